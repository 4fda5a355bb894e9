package straits.experiments.verification;

import java.util.List;
import java.util.function.Supplier;

/** All cases, in their order. */
final class Cases {

    static final List<Case> ALL = List.of(
            quick(
                    "S01",
                    "One provider, refused if full (Erlang B)",
                    "Erlang 1917; table of 12.0 erlang on 20 circuits at 1 % (Rappaport, table 3.4)",
                    LossCases::s01),
            quick(
                    "S02",
                    "Mixed request sizes (Kaufman, Roberts)",
                    "Kaufman 1981; Roberts 1981; exact rationals by enumeration",
                    LossCases::s02),
            quick("S03", "Only mean durations matter (insensitivity)", "Kaufman 1981; four laws", LossCases::s03),
            quick("S04", "Closed set of tenants (Engset)", "Engset 1918; Pinsky, Conway and Liu 1994", LossCases::s04),
            quick(
                    "S05",
                    "GPUs held back for contract tenants (trunk reservation)",
                    "birth-death chain; exact Markov chain",
                    LossCases::s05),
            quick(
                    "S06",
                    "Two providers tried in order (overflow)",
                    "Kosten 1937; Riordan; Markov chain in two dimensions",
                    LossCases::s06),
            quick(
                    "S07",
                    "Spot leases ended by on-demand, whoever has to go",
                    "pre-emptive loss: Burke 1962; Helly 1962",
                    PriceCases::s07),
            quick(
                    "S08",
                    "Never-full provider, transient from empty",
                    "Poisson occupancy: Mirasol 1963; compound Poisson",
                    LossCases::s08),
            quick("S09", "Tenants who wait (Erlang C)", "Erlang 1917", LossCases::s09),
            quick("S10", "Impatient tenants (Erlang A)", "Palm 1957; Mandelbaum and Zeltyn", LossCases::s10),
            quick(
                    "S11",
                    "Licence office with 2 officers and room for 5 files",
                    "M/M/2/5; queueing (M. Marzolla), qsmmmk.m",
                    DeskCases::s11),
            quick("S12", "Statutory fixed review time (M/D/3)", "Crommelin 1932", DeskCases::s12),
            quick("S13", "Allied-country files first (priority)", "Cobham 1954", DeskCases::s13),
            full("S14", "First 25 files of an empty office", "embedded chain; Law and Kelton", DeskCases::s14),
            quick("S15", "Cap per country, and review delay", "E min(cap, Poisson); M/G/inf output", DeskCases::s15),
            quick(
                    "S16",
                    "GPUs that fail; leases hit by failures",
                    "two-state chain; competing exponentials",
                    FailureCases::s16),
            quick("S17", "Repair crews are scarce (machine interference)", "Palm 1947", FailureCases::s17),
            quick("S18", "Work lost by failures, with checkpoints and without", "Daly 2006", FailureCases::s18),
            quick("S19", "Leases and failures together", "exact Markov chain in two dimensions", FailureCases::s19),
            quick("S20", "One posted price, exponential willingness", "thinned Erlang B", PriceCases::s20),
            quick(
                    "S21",
                    "Price moves with the GPUs busy",
                    "birth-death chain: Low 1974; Paschalidis and Tsitsiklis 2000",
                    PriceCases::s21),
            quick(
                    "S22",
                    "Optimal prices against fixed ones, paired",
                    "policy iteration, grid search and Lambert's W agree",
                    PriceCases::s22),
            quick(
                    "S23",
                    "Negotiated prices",
                    "Nash 1950; Chatterjee and Samuelson 1983; Myerson and Satterthwaite 1983",
                    PriceCases::s23),
            quick("S24", "Book-keeping numbers", "US Department of Justice (HHI); textbooks", NumberCases::s24),
            quick(
                    "S25",
                    "Random streams bit for bit",
                    "RngStreams, test2RngStream.res; SSJ, QueueLindley.txt",
                    NumberCases::s25),
            full(
                    "S26",
                    "The statistics themselves",
                    "NIST tables; Ishigami and Homma 1990; a reference run of 60,000 intervals",
                    NumberCases::s26));

    private Cases() {}

    private static Case quick(String id, String title, String source, Supplier<List<Trial>> trials) {
        return new Case(id, title, source, true, trials);
    }

    /** A case of so many replications that a build cannot wait for it. */
    private static Case full(String id, String title, String source, Supplier<List<Trial>> trials) {
        return new Case(id, title, source, false, trials);
    }
}
