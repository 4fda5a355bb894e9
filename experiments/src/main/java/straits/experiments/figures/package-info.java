/** Charts drawn as figures for papers: SVG as text, PNG by Java 2D, from the same charts as the report. */
@NullMarked
package straits.experiments.figures;

import org.jspecify.annotations.NullMarked;
