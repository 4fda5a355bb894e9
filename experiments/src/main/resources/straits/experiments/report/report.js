'use strict';
// Draws every chart of the page from the table under it, so that a chart and its table cannot disagree.
(() => {
  const palette = JSON.parse(document.getElementById('palette').textContent);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const paper = matchMedia('print');
  const SHAPES = [
    ['circle', '●'], ['rect', '■'], ['triangle', '▲'], ['diamond', '◆'], ['path://M0,0L10,0L5,9Z', '▼'], ['path://M-1,-3H1V-1H3V1H1V3H-1V1H-3V-1H-1Z', '✚'],
  ];
  const FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
  const PAPER_WIDTH = 640;
  let printing = false;

  const theme = () => {
    const night = dark.matches && !printing && !paper.matches;
    return night
      ? { ink: '#e8eaed', soft: '#a5adb6', line: '#343a42', ground: '#14171b', colours: palette.dark, heat: [28, 32, 38], full: [86, 180, 233] }
      : { ink: '#1a1d21', soft: '#5a6169', line: '#d9dde2', ground: '#ffffff', colours: palette.light, heat: [240, 243, 247], full: [0, 82, 140] };
  };
  const shape = place => SHAPES[place % SHAPES.length];
  const colour = (t, place) => t.colours[place % t.colours.length];
  const number = cell => (cell.dataset.v === undefined ? null : Number(cell.dataset.v));
  const tidy = value => {
    if (value === null) return 'n/a';
    const size = Math.abs(value);
    if (size > 0 && size < 0.001) return value.toPrecision(3);
    const digits = size >= 1000 || size === 0 ? 0 : size >= 100 ? 1 : size >= 1 ? 2 : 3;
    return value.toLocaleString('en-US', { maximumFractionDigits: digits });
  };
  const short = value => {
    const size = Math.abs(value);
    return size >= 1e6 ? tidy(value / 1e6) + ' m' : size >= 1e4 ? tidy(value / 1e3) + ' k' : tidy(value);
  };

  function read(figure) {
    const chart = JSON.parse(figure.dataset.chart);
    const values = chart.series.map(() => chart.categories.map(() => null));
    for (const row of figure.querySelector('tbody').rows) {
      const cells = row.cells;
      values[row.dataset.s][row.dataset.c] = {
        value: number(cells[2]), low: number(cells[3]), high: number(cells[4]),
        q05: number(cells[5]), q95: number(cells[6]), n: number(cells[7]), grey: row.classList.contains('grey'),
      };
    }
    chart.values = values;
    return chart;
  }

  // What is drawn, as in Chart.drawn() and Extent: nothing of amounts below zero, no piece of a bar that is nothing everywhere.
  const floor = (chart, number) => (number !== null && chart.amounts ? Math.max(0, number) : number);
  const visible = (chart, s) => chart.kind !== 'STACKED_BARS' || chart.values[s].some(each => each !== null && each.value !== 0);
  const FROM_ZERO_BELOW = 0.7;

  const told = (name, estimate) => name + ': <b>' + tidy(estimate.value) + '</b>'
    + (estimate.low === null ? '' : ' [' + tidy(estimate.low) + ' .. ' + tidy(estimate.high) + ']')
    + ', n = ' + tidy(estimate.n) + (estimate.grey ? ', no difference that can be told' : '');
  const safe = text => text.replace(/[&<>"]/g, letter => '&#' + letter.charCodeAt(0) + ';');

  const axisText = t => ({ color: t.soft, fontSize: 11, fontFamily: FONT });
  const valueAxis = (t, name, extra) => Object.assign({
    type: 'value', name, nameLocation: 'middle', nameTextStyle: axisText(t), axisLabel: { ...axisText(t), formatter: short, hideOverlap: true },
    splitLine: { lineStyle: { color: t.line } }, axisLine: { show: false }, axisTick: { show: false },
  }, extra);
  const tooltip = (t, extra) => Object.assign({
    confine: true, backgroundColor: t.ground, borderColor: t.line, textStyle: { color: t.ink, fontSize: 12, fontFamily: FONT },
  }, extra);
  const base = (t, grid) => ({ animation: false, textStyle: { fontFamily: FONT }, aria: { enabled: false }, grid, series: [] });

  const markLines = (chart, t, horizontal) => chart.marks.length === 0 ? undefined : {
    silent: true, symbol: 'none', lineStyle: { color: t.ink, type: 'dashed', width: 1.5 },
    data: chart.marks.map(mark => ({
      [horizontal ? 'yAxis' : 'xAxis']: mark.value,
      label: {
        show: true, position: horizontal ? 'insideEndTop' : 'end', color: t.ink, fontSize: 11,
        formatter: horizontal ? mark.name + ': ' + tidy(mark.value) : mark.name,
      },
    })),
  };

  const area = (name, stack, low, high, colourOf, opacity) => {
    const plain = { type: 'line', name, stack, stackStrategy: 'all', symbol: 'none', silent: true, lineStyle: { opacity: 0 }, tooltip: { show: false } };
    return [
      { ...plain, data: low },
      { ...plain, data: high.map((each, i) => (each === null || low[i] === null ? null : each - low[i])), areaStyle: { color: colourOf, opacity } },
    ];
  };

  // The next round number above, with room for the name of a mark.
  const ceiling = top => {
    const step = 10 ** Math.floor(Math.log10(top * 1.06));
    return Math.ceil((top * 1.06) / step) * step;
  };

  function lines(chart, t, shown) {
    const option = base(t, { left: 62, right: 26, top: 24, bottom: 30 });
    const all = shown.flatMap(s => chart.values[s]).filter(each => each !== null).flatMap(each => [each.value, each.low, each.high, each.q05, each.q95]).filter(each => each !== null).map(each => floor(chart, each));
    const top = Math.max(...all, ...chart.marks.map(mark => mark.value));
    const zoom = !chart.fromZero && all.length > 0 && Math.min(...all, ...chart.marks.map(mark => mark.value)) >= FROM_ZERO_BELOW * top;
    option.xAxis = { type: 'category', data: chart.categories, boundaryGap: false, axisLabel: { ...axisText(t), hideOverlap: true }, axisLine: { lineStyle: { color: t.line } }, axisTick: { show: false } };
    option.yAxis = valueAxis(t, chart.unit, { nameGap: 46, scale: zoom, max: chart.marks.length ? ceiling(top) : undefined });
    shown.forEach((s, order) => {
      const { name, place } = chart.series[s];
      const ink = colour(t, place);
      const of = key => chart.values[s].map(each => (each === null ? null : floor(chart, each[key])));
      if (chart.values[s].some(each => each !== null && each.q05 !== null)) {
        option.series.push(...area(name, 'q' + s, of('q05'), of('q95'), ink, 0.07));
      }
      option.series.push(...area(name, 'i' + s, of('low'), of('high'), ink, 0.16));
      option.series.push({
        type: 'line', name, data: of('value'), color: ink, symbol: shape(place)[0], symbolSize: 6, lineStyle: { width: 2, type: place < palette.light.length ? 'solid' : 'dashed' },
        z: 5, markLine: order === 0 ? markLines(chart, t, true) : undefined,
      });
    });
    option.tooltip = tooltip(t, {
      trigger: 'axis',
      formatter: items => {
        const at = items[0].dataIndex;
        return safe(chart.categories[at]) + shown.filter(s => chart.values[s][at] !== null).map(s => '<br>' + told(safe(chart.series[s].name), chart.values[s][at])).join('');
      },
    });
    return option;
  }

  function stacked(chart, t, shown) {
    const names = chart.x === '';
    const room = names ? Math.min(190, 16 + 6.6 * Math.max(...chart.categories.map(each => each.length))) : 50;
    const option = base(t, { left: names ? room : 62, right: 16, top: 10, bottom: names ? 42 : 30 });
    const categories = { type: 'category', data: chart.categories, inverse: names, axisLabel: { ...axisText(t), hideOverlap: true, ...(names ? { width: room - 14, overflow: 'break' } : {}) }, axisLine: { lineStyle: { color: t.line } }, axisTick: { show: false } };
    const numbers = valueAxis(t, chart.unit, { nameGap: names ? 26 : 46, max: chart.unit === '%' ? 100 : undefined });
    option.xAxis = names ? numbers : categories;
    option.yAxis = names ? categories : numbers;
    shown.forEach(s => {
      const { name, place } = chart.series[s];
      option.series.push({
        type: 'bar', name, stack: 'all', barCategoryGap: '22%', color: colour(t, place),
        itemStyle: { borderColor: t.ground, borderWidth: 0.5, decal: undefined },
        data: chart.values[s].map(each => (each === null ? null : each.value)),
      });
    });
    option.tooltip = tooltip(t, {
      trigger: 'axis', axisPointer: { type: 'shadow' },
      formatter: items => {
        const at = items[0].dataIndex;
        return safe(chart.categories[at]) + shown.filter(s => chart.values[s][at] !== null).reverse().map(s => '<br>' + told(safe(chart.series[s].name), chart.values[s][at])).join('');
      },
    });
    return option;
  }

  // Places down the side are numbers, so that series of one place can stand beside each other.
  function rows(chart, t, shown, bars, width) {
    const room = Math.min(width * 0.42, 34 + 6.2 * Math.max(...chart.categories.map(each => each.length)));
    const option = base(t, { left: room, right: 22, top: 18, bottom: 42 });
    const estimates = shown.flatMap(s => chart.values[s]).filter(each => each !== null);
    const ends = estimates.flatMap(each => [each.value, each.low, each.high]).filter(each => each !== null).map(each => floor(chart, each));
    const zero = bars || chart.fromZero || chart.marks.length > 0 || ends.some(each => each < 0) !== ends.every(each => each < 0) || Math.min(...ends.map(Math.abs)) < FROM_ZERO_BELOW * Math.max(...ends.map(Math.abs));
    option.xAxis = valueAxis(t, chart.unit, { nameGap: 26, scale: !zero });
    option.yAxis = {
      type: 'value', min: -0.5, max: chart.categories.length - 0.5, interval: 0.5, inverse: true, splitLine: { show: false }, axisTick: { show: false },
      axisLine: { show: bars, onZero: true, lineStyle: { color: t.soft } },
      axisLabel: { ...axisText(t), width: room - 14, overflow: 'break', formatter: at => (Number.isInteger(at) ? chart.categories[at] || '' : '') },
    };
    if (bars) option.yAxis.axisLabel.inside = false;
    shown.forEach((s, order) => {
      const { name, place } = chart.series[s];
      const lane = at => {
        const here = shown.filter(each => chart.values[each][at] !== null);
        return at + ((here.indexOf(s) + 0.5) / here.length - 0.5) * 0.7;
      };
      for (const grey of [false, true]) {
        const ink = grey ? palette.grey : colour(t, place);
        const own = chart.values[s].map((each, at) => ({ each, category: at, at: lane(at) })).filter(({ each }) => each !== null && each.grey === grey);
        if (own.length === 0) continue;
        const segments = (from, to) => own.flatMap(({ each, at }) => (from(each) === null || to(each) === null ? [] : [[from(each), at], [to(each), at], [null, null]]));
        const plain = { type: 'line', name, symbol: 'none', silent: true, color: ink, connectNulls: false };
        if (bars) option.series.push({ ...plain, lineStyle: { width: Math.max(5, 15 / shown.length), cap: 'butt', opacity: 0.55, color: ink }, data: segments(() => 0, each => each.value) });
        option.series.push({ ...plain, lineStyle: { width: 1.75, color: ink }, z: 4, data: segments(each => floor(chart, each.low), each => floor(chart, each.high)) });
        option.series.push({
          type: 'scatter', name, color: ink, symbol: shape(place)[0], symbolSize: 9, z: 5,
          data: own.map(({ each, category, at }) => ({ value: [each.value, at], told: safe(chart.categories[category]) + '<br>' + told(safe(name), each) })),
          markLine: order === 0 && !grey ? markLines(chart, t, false) : undefined,
        });
      }
    });
    option.tooltip = tooltip(t, { trigger: 'item', formatter: item => item.data.told || '' });
    return option;
  }

  function heat(chart, t, shown, width, height) {
    const grid = { left: 76, right: 16, top: 8, bottom: 44 };
    const option = base(t, grid);
    const cell = [(width - grid.left - grid.right) / chart.categories.length - 2, (height - grid.top - grid.bottom) / chart.series.length - 2];
    const axis = (length, names, extra) => Object.assign({
      type: 'value', min: -0.5, max: length - 0.5, interval: 0.5, splitLine: { show: false }, axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { ...axisText(t), formatter: at => (Number.isInteger(at) ? names[at] || '' : '') },
    }, extra);
    option.xAxis = axis(chart.categories.length, chart.categories, { name: chart.x, nameLocation: 'middle', nameGap: 28, nameTextStyle: axisText(t) });
    option.yAxis = axis(chart.series.length, chart.series.map(each => each.name));
    const mix = share => 'rgb(' + t.heat.map((low, i) => Math.round(low + (t.full[i] - low) * share)).join(',') + ')';
    option.series.push({
      type: 'scatter', symbol: 'rect', symbolSize: cell, cursor: 'default',
      data: shown.flatMap(s => chart.values[s].map((each, c) => (each === null ? null : {
        value: [c, s], itemStyle: { color: mix(each.value / 100) },
        label: { show: true, formatter: tidy(each.value), fontSize: 11, color: (each.value > 55) === (t.ground === '#ffffff') ? '#ffffff' : each.value > 55 ? '#10151a' : t.ink },
        told: safe(chart.series[s].name + ' h100e, ' + chart.categories[c]) + '<br>' + told('chance, %', each),
      }))).filter(each => each !== null),
    });
    option.tooltip = tooltip(t, { trigger: 'item', formatter: item => item.data.told });
    return option;
  }

  function option(chart, width, height, hidden) {
    const t = theme();
    const shown = chart.series.map((each, s) => s).filter(s => visible(chart, s) && !hidden.has(s));
    switch (chart.kind) {
      case 'LINES': return lines(chart, t, shown);
      case 'STACKED_BARS': return stacked(chart, t, shown);
      case 'HEAT_MAP': return heat(chart, t, shown, width, height);
      default: return rows(chart, t, shown, chart.kind === 'TORNADO', width);
    }
  }

  const height = chart => {
    const each = chart.categories.length;
    switch (chart.kind) {
      case 'LINES': return 320;
      case 'STACKED_BARS': return chart.x === '' ? 70 + 38 * each : 300;
      case 'HEAT_MAP': return 60 + 30 * chart.series.length;
      default: {
        const most = Math.max(...chart.categories.map((name, at) => chart.values.filter(series => series[at] !== null).length));
        return 64 + each * Math.max(26, 13 * most + 8);
      }
    }
  };

  function legend(figure, chart, hidden, redraw) {
    if (chart.kind === 'HEAT_MAP' || chart.series.length < 2) return () => {};
    const list = figure.querySelector('.legend');
    const buttons = chart.series.flatMap(({ name, place }, s) => {
      if (!visible(chart, s)) return [];
      const button = document.createElement('button');
      const swatch = document.createElement('span');
      swatch.className = 'swatch';
      swatch.setAttribute('aria-hidden', 'true');
      swatch.textContent = chart.kind === 'STACKED_BARS' ? '■' : shape(place)[1];
      button.type = 'button';
      button.setAttribute('aria-pressed', 'true');
      button.append(swatch, name);
      button.addEventListener('click', () => {
        if (!hidden.delete(s)) hidden.add(s);
        button.setAttribute('aria-pressed', String(!hidden.has(s)));
        redraw();
      });
      const item = document.createElement('li');
      item.append(button);
      list.append(item);
      return { swatch, place };
    });
    return () => buttons.forEach(({ swatch, place }) => { swatch.style.color = colour(theme(), place); });
  }

  function save(name, type, text) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }
  const quoted = text => (/[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text);
  const csv = table => [...table.rows].map(row => [...row.cells].map(cell => quoted(cell.dataset.v === undefined ? cell.textContent : cell.dataset.v)).join(',')).join('\n') + '\n';

  const drawn = [];
  for (const figure of document.querySelectorAll('figure.chart')) {
    const chart = read(figure);
    const plot = figure.querySelector('.plot');
    plot.style.height = height(chart) + 'px';
    const hidden = new Set();
    const view = echarts.init(plot, null, { renderer: 'svg' });
    let paint = () => {};
    const redraw = () => {
      const width = printing ? PAPER_WIDTH : plot.clientWidth;
      view.resize({ width, height: height(chart), silent: true });
      view.setOption(option(chart, width, height(chart), hidden), { notMerge: true });
      paint();
    };
    paint = legend(figure, chart, hidden, redraw);
    redraw();
    drawn.push(redraw);
    let width = plot.clientWidth;
    new ResizeObserver(() => {
      if (!printing && plot.clientWidth !== width) {
        width = plot.clientWidth;
        redraw();
      }
    }).observe(plot);
    figure.querySelector('.svg').addEventListener('click', () =>
      save(figure.id + '.svg', 'image/svg+xml', view.renderToSVGString ? view.renderToSVGString() : plot.querySelector('svg').outerHTML));
  }
  for (const button of document.querySelectorAll('button.csv')) {
    const part = button.closest('[id]');
    button.addEventListener('click', () => save(part.id + '.csv', 'text/csv', csv(part.querySelector('table'))));
  }
  const all = () => drawn.forEach(redraw => redraw());
  dark.addEventListener('change', all);
  addEventListener('beforeprint', () => { printing = true; all(); });
  addEventListener('afterprint', () => { printing = false; all(); });
  document.documentElement.dataset.drawn = String(drawn.length);
})();
