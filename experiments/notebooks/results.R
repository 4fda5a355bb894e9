# The tables of a run in base R: types from the codebook, then the same figures and tables as results.py.
# Usage: Rscript results.R RUN_FOLDER OUT_FOLDER

arguments <- commandArgs(trailingOnly = TRUE)
run <- arguments[1]
out <- arguments[2]

# Only an empty cell is missing. Whole numbers are read as doubles, which hold them exactly up to 2^53: R's own stop at 2^31.
types <- c(text = "character", integer = "numeric", decimal = "numeric", boolean = "logical", date = "Date")
columns <- read.csv(file.path(run, "columns.csv"), na.strings = NULL)
load_table <- function(table) {
  described <- columns[columns$table == paste0(table, ".csv"), ]
  read.csv(file.path(run, paste0(table, ".csv")),
    colClasses = setNames(types[described$type], described$column), na.strings = "")
}

estimate <- function(x) {
  n <- length(x)
  standard_error <- sd(x) / sqrt(n)
  half <- qt(0.975, n - 1) * standard_error
  c(n = n, mean = mean(x), standard_error = standard_error, low = mean(x) - half, high = mean(x) + half)
}
save_table <- function(table, name) write.csv(table, file.path(out, name), row.names = FALSE, quote = FALSE, na = "")
picture <- function(name) png(file.path(out, name), width = 800, height = 420, type = "cairo")

# What the tenant held.
tenants <- subset(load_table("tenants"), tenant == "bytedance")
held <- aggregate(h100e ~ period_start + regime, tenants, estimate)
held <- cbind(held[c("regime", "period_start")], held$h100e)
save_table(held, "held.csv")
picture("held.png")
regimes <- unique(held$regime)
plot(range(held$period_start), c(0, max(held$high)), type = "n", xlab = "", ylab = "h100e",
  main = sprintf("bytedance: held, monthly means of %d replications, 95 %% intervals", min(held$n)))
for (i in seq_along(regimes)) {
  rows <- held[held$regime == regimes[i], ]
  polygon(c(rows$period_start, rev(rows$period_start)), c(pmax(rows$low, 0), rev(rows$high)),
    col = adjustcolor(i + 1, 0.15), border = NA)
  lines(rows$period_start, rows$mean, col = i + 1, type = "o", pch = 20)
}
legend("topleft", regimes, col = seq_along(regimes) + 1, lty = 1)
invisible(dev.off())

# What stopped it: totals over replications.
binding <- subset(load_table("binding"), tenant == "bytedance")
reasons <- grep("_fraction$", names(binding), value = TRUE)
weights <- replace(binding$unfilled_h100e_hours, is.na(binding[[reasons[1]]]), 0)
stopped <- aggregate(replace(binding[reasons], is.na(binding[reasons]), 0) * weights,
  binding[c("period_start", "regime")], sum)
stopped[reasons] <- stopped[reasons] / rowSums(stopped[reasons])
shares <- stack(stopped, reasons)
save_table(data.frame(stopped[c("regime", "period_start")], reason = shares$ind, share = shares$values), "stopped.csv")

# Paired contrasts: differences replication by replication.
outcomes <- load_table("outcomes")
answers <- c("anchor_mean_h100e", "anchor_spend_usd", "market_paid_usd_per_h100e_hour", "hhi_revenue")
reference <- outcomes[outcomes$regime == "us-2023", ]
contrasts <- do.call(rbind, lapply(setdiff(unique(outcomes$regime), "us-2023"), function(regime) {
  rows <- outcomes[outcomes$regime == regime, ]
  differences <- rows[answers] - reference[match(rows$replication, reference$replication), answers]
  data.frame(regime, answer = answers, t(sapply(differences, estimate)))
}))
save_table(contrasts, "contrasts.csv")

# The fill surface at the last date.
fill <- subset(load_table("fill"), by_date == max(by_date) & budget_rule == "as_given")
surface <- xtabs(p_fill_fraction ~ h100e + price_usd_per_h100e_hour + regime, fill)
save_table(as.data.frame(surface, responseName = "p_fill_fraction"), "fill.csv")
picture("fill.png")
par(mfrow = c(1, dim(surface)[3]))
for (regime in dimnames(surface)$regime) {
  image(t(surface[, , regime]), zlim = 0:1, axes = FALSE, main = regime, xlab = "USD per h100e-hour", ylab = "h100e")
  axis(1, seq(0, 1, length.out = dim(surface)[2]), colnames(surface))
  axis(2, seq(0, 1, length.out = dim(surface)[1]), rownames(surface), las = 1)
}
invisible(dev.off())
