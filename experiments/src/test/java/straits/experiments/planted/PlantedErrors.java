package straits.experiments.planted;

import java.util.List;
import java.util.stream.Stream;

/** Errors in GPUs, money, leases, order, rules, time, measures, supply, failures, draws and statistics. */
final class PlantedErrors {

    private PlantedErrors() {}

    static List<PlantedError> all() {
        return Stream.of(
                        gpus(),
                        money(),
                        leases(),
                        order(),
                        rules(),
                        measures(),
                        supply(),
                        chance(),
                        statistics(),
                        seenByTheory())
                .flatMap(List::stream)
                .toList();
    }

    private static PlantedError planted(String what, String in, String find, String replacement, String caughtBy) {
        return new PlantedError(what, "straits." + in, find, replacement, "straits." + caughtBy);
    }

    private static List<PlantedError> gpus() {
        return List.of(
                planted(
                        "off by one: of each fleet one GPU too few is on offer",
                        "market.inventory.Inventory",
                        "moveFree(pool, rentable, nowMicros);",
                        "moveFree(pool, rentable - 1, nowMicros);",
                        "microworlds.SupplyTest#theCaptiveShareIsNeverOffered"),
                planted(
                        "off by one: what just fits is refused",
                        "market.OfferChoice",
                        "return gpus <= available(request, pool) && !kept(pool);",
                        "return gpus < available(request, pool) && !kept(pool);",
                        "microworlds.WaitingTest#nobodyWaitsWhereRequestsAreLost"),
                planted(
                        "off by one: one GPU more is sold than there is",
                        "market.OfferChoice",
                        "return inventory.available(pool) - reserve[request.tenant()];",
                        "return inventory.available(pool) + 1 - reserve[request.tenant()];",
                        "microworlds.MetamorphicTest#moreGpusNeverRefuseMoreSingleRequests"),
                planted(
                        "more spot leases give way than are needed",
                        "market.spot.Victims",
                        "return spare(chosen, sum - gpus);",
                        "return chosen;",
                        "market.spot.VictimsTest#asFewGoAsTheRuleNeeds"));
    }

    private static List<PlantedError> money() {
        return List.of(
                planted(
                        "billed twice: the hour that was charged does not end",
                        "market.lease.HourPosting",
                        "leases.hourStart(lease, now);",
                        "",
                        "microworlds.MeteringTest#chargesWholeHoursAndTheLastOneProRata"),
                planted(
                        "part of an hour is rounded down",
                        "units.Money",
                        "restRate * micros + HALF_HOUR_MICROS",
                        "restRate * micros",
                        "microworlds.MeteringTest#chargesWholeHoursAndTheLastOneProRata"),
                planted(
                        "an hour begun is charged whole",
                        "market.lease.Billing",
                        "Money.charge(microUsdPerGpuHour * gpus, micros)",
                        "Money.charge(microUsdPerGpuHour * gpus, SimTime.MICROS_PER_HOUR)",
                        "microworlds.MeteringTest#postsTheOpenHourProRataWhenTheRunEnds"),
                planted(
                        "an hour is charged for one GPU",
                        "market.lease.Billing",
                        "post(terms, microUsdPerGpuHour * gpus, gpus * SimTime.MICROS_PER_HOUR);",
                        "post(terms, microUsdPerGpuHour, gpus * SimTime.MICROS_PER_HOUR);",
                        "microworlds.MeteringTest#chargesWholeHoursAndTheLastOneProRata"),
                planted(
                        "what was prepaid and not used is kept",
                        "market.lease.Billing",
                        "accounts.refund(tenant, pool, microUsd);",
                        "",
                        "microworlds.ReservedTest#whatWasPrepaidAndNotUsedComesBack"),
                planted(
                        "hours that run together are authorised one by one",
                        "market.lease.Billing",
                        "roomMicroUsd[tenant] = room;",
                        "",
                        "microworlds.BudgetTest#hoursThatRunTogetherAreAuthorisedTogether"),
                planted(
                        "the discount for a term has the wrong sign",
                        "market.pricing.PriceList",
                        "1 - each.discount().value()",
                        "1 + each.discount().value()",
                        "microworlds.ReservedTest#aTermEarnsItsDiscount"),
                planted(
                        "a discount rate has the wrong sign",
                        "market.cost.PresentValue",
                        "/ StrictMath.pow(1 + yearlyRate, day",
                        "* StrictMath.pow(1 + yearlyRate, day",
                        "market.cost.BookkeepingTest#s24NetPresentValue"));
    }

    private static List<PlantedError> leases() {
        return List.of(
                planted(
                        "leases are truncated to whole hours",
                        "market.lease.Metering",
                        "work.begin(lease, leases.tenant(lease), durationMicros, now)",
                        "work.begin(lease, leases.tenant(lease), Math.max(1, durationMicros"
                                + " / SimTime.MICROS_PER_HOUR * SimTime.MICROS_PER_HOUR), now)",
                        "microworlds.MeteringTest#chargesWholeHoursAndTheLastOneProRata"),
                planted(
                        "a locked price moves",
                        "market.lease.HourMeter",
                        "LeaseBook.isFloating(terms) ? quoted : held",
                        "quoted",
                        "microworlds.MeteringTest#lockedLeasesPayThePriceAtSigning"),
                planted(
                        "a tenant stays above its willingness",
                        "market.lease.HourMeter",
                        "if (microUsd > leases.limitMicroUsd(lease)) {",
                        "if (microUsd < 0) {",
                        "microworlds.MeteringTest#aLeaseLeavesAtTheBoundaryWhereThePricePassesItsWillingness"),
                planted(
                        "what comes free is not offered to those who wait",
                        "market.lease.Metering",
                        "listener.capacityGained(pool);",
                        "",
                        "microworlds.WaitingTest#underStrictFifoTheFirstInLineBlocksThoseBehindAndNewArrivals"));
    }

    private static List<PlantedError> order() {
        return List.of(
                planted(
                        "a tie goes to the offer named last",
                        "market.BestOffer",
                        "score == bestScore && pool < best",
                        "score == bestScore && pool > best",
                        "microworlds.ChoiceTest#tiesBetweenTermPricesGoToThePoolNamedFirst"),
                planted(
                        "all offers share the draw that tells equal ones apart",
                        "market.BestOffer",
                        "request.ordinal(), poolKey[pool]);",
                        "request.ordinal(), 0);",
                        "microworlds.ChoiceTest#logitSharesFollowTheMultinomialFormula"),
                planted(
                        "whoever stands behind in a strict line may pass by",
                        "market.Line",
                        "waiting.addAccepted(entry, blocked);",
                        "",
                        "microworlds.WaitingTest#underStrictFifoTheFirstInLineBlocksThoseBehindAndNewArrivals"),
                planted(
                        "the largest request is served before the smaller ones",
                        "market.Line",
                        "waiting.request(entry).h100e() < waiting.request(best).h100e()",
                        "waiting.request(entry).h100e() > waiting.request(best).h100e()",
                        "microworlds.WaitingTest#servesInTheOrderOfTheDiscipline"),
                planted(
                        "events of one instant run in no order",
                        "engine.NearHeap",
                        "time < other || (time == other && slots.key(slot) < slots.key(slotOf[node]))",
                        "time <= other",
                        "engine.EventQueueTest#tiesRunByPhaseThenByInsertion"),
                planted(
                        "a cancelled event runs all the same",
                        "engine.Engine",
                        "boolean removed = queue.cancel(handle);",
                        "boolean removed = true;",
                        "engine.EngineTest#noEventIsLostOrHandledTwice"));
    }

    private static List<PlantedError> rules() {
        return List.of(
                planted(
                        "a quota is drawn twice",
                        "regulation.Allowances",
                        "quotas.draw(quota, tpp(pool, gpus));",
                        "quotas.draw(quota, tpp(pool, gpus)); quotas.draw(quota, tpp(pool, gpus));",
                        "microworlds.RuleDatesTest#fromItsEffectACapCountsAndFromComplianceItRefuses"),
                planted(
                        "a lease never gives back what it drew on a quota",
                        "regulation.Gatekeeper",
                        "holdings.giveBack(draw);",
                        "",
                        "microworlds.RemoteAccessTest#whatALeaseDrewIsGivenBackWhenItEnds"),
                planted(
                        "a licence is lost: it is granted and allows nothing",
                        "regulation.Licences",
                        "quotas.grant(toQuota, tpp);",
                        "",
                        "microworlds.RemoteAccessTest#aLicenceAddsItsQuotaAndTheNextApplicationFollows"),
                planted(
                        "a reviewer takes no other file after the first",
                        "regulation.Office",
                        "busy--;",
                        "",
                        "microworlds.DeskTest#oneReviewerTakesOneFileAfterTheOther"),
                planted(
                        "approvals of a year are not counted anew",
                        "regulation.DeskDecisions",
                        "approvalsThisYear = 0;",
                        "",
                        "microworlds.DeskTest#approvalsOfACalendarYearAreCountedAnewOnNewYearsDay"),
                planted(
                        "a rule refuses before its compliance date",
                        "regulation.RuleBook",
                        "obeyed[rule] = current(rule, rules[rule].dates().obeyedFrom());",
                        "obeyed[rule] = current(rule, rules[rule].dates().effective());",
                        "microworlds.RuleDatesTest#whatIsCountedBeyondACapIsRememberedAndNothingIsLeft"));
    }

    private static List<PlantedError> measures() {
        return List.of(
                planted(
                        "a month begins on the second",
                        "catalog.Timeline",
                        "starts[period] = micros(start.plusMonths(period).withDayOfMonth(1));",
                        "starts[period] = micros(start.plusMonths(period).withDayOfMonth(2));",
                        "microworlds.MeasuresTest#levelsAreSplitAtTheStartOfAMonth"),
                planted(
                        "an average over time is one over events",
                        "measurement.LevelIntegrals",
                        "unitMicros[period][series] += level[series] * (nowMicros - sinceMicros[series])",
                        "unitMicros[period][series] += level[series] * SimTime.MICROS_PER_HOUR",
                        "microworlds.MeasuresTest#levelsAreSplitAtTheStartOfAMonth"),
                planted(
                        "a pool with one GPU left counts as full",
                        "market.inventory.Inventory",
                        "free[pool] == 0 ? 1 : 0",
                        "free[pool] <= 1 ? 1 : 0",
                        "microworlds.MeasuresTest#fullHoursAreThoseWithNothingFree"),
                planted(
                        "the warm-up is measured",
                        "measurement.LevelIntegrals",
                        "java.util.Arrays.fill(row, 0);",
                        "",
                        "microworlds.MeasuresTest#whatCameBeforeTheEndOfTheWarmUpIsLeftOut"));
    }

    private static List<PlantedError> supply() {
        return List.of(
                planted(
                        "a delivery needs no lead time",
                        "supply.Deliveries",
                        "long shipment = fromMicros + tranche.order().leadMicros();",
                        "long shipment = fromMicros;",
                        "microworlds.SupplyTest#withoutRulesServiceFollowsTheOrderByLeadAndInstallation"),
                planted(
                        "what the law stops arrives all the same",
                        "supply.Deliveries",
                        "tranche.leaveBehind(gpus - clearance.gpus());",
                        "",
                        "microworlds.RuleDatesTest#fromItsEffectACapCountsAndFromComplianceItRefuses"),
                planted(
                        "a power limit is exceeded by a GPU",
                        "supply.SitePower",
                        "usedKw[site] + gpus * kwPerGpu(pool) <=",
                        "usedKw[site] + (gpus - 1) * kwPerGpu(pool) <=",
                        "microworlds.DeclaredPowerTest#whatCanBeDrawnLimitsTheSite"));
    }

    private static List<PlantedError> chance() {
        return List.of(
                planted(
                        "a pool fails as rarely as one of its nodes",
                        "market.failure.FailureClock",
                        "return laws[pool].ratePerHour() * nodesUp[pool];",
                        "return laws[pool].ratePerHour();",
                        "microworlds.FailureTest#aLeaseWithoutASpareGoesOnWithWhatIsLeft"),
                planted(
                        "all replications draw the same",
                        "random.Randomness",
                        "this.replication = replication;",
                        "this.replication = 0;",
                        "microworlds.MetamorphicTest#anotherReplicationIsAnotherRun"),
                planted(
                        "a mean is taken for a rate",
                        "random.ExponentialLaw",
                        "return -mean * StrictMath.log1p(-u);",
                        "return -StrictMath.log1p(-u) / mean;",
                        "random.SamplersTest#drawsHaveTheMeanThatTheSamplerStates"));
    }

    private static List<PlantedError> statistics() {
        return List.of(
                planted(
                        "an interval has the quantile of the normal law, not of Student's t",
                        "experiments.analysis.StudentT",
                        "quantile(1 - 0.025 / together, n - 1) * standardError",
                        "1.959964 * standardError",
                        "experiments.analysis.MeanEstimateTest#fiveValuesByHand"),
                planted(
                        "a standard error is not divided by the root of n",
                        "experiments.analysis.MeanEstimate",
                        "Math.sqrt(Observations.variance(tally) / n)",
                        "Math.sqrt(Observations.variance(tally))",
                        "experiments.analysis.MeanEstimateTest#fiveValuesByHand"),
                planted(
                        "the interval of a median is off by one observation",
                        "experiments.analysis.OrderStatistics",
                        "new Interval(sorted[low - 1], sorted[high])",
                        "new Interval(sorted[low], sorted[high])",
                        "experiments.analysis.QuantilesTest#medianInterval"));
    }

    /** What only a case whose answers theory knows can tell. */
    private static List<PlantedError> seenByTheory() {
        return List.of(
                new PlantedError(
                        "off by one: a GPU fewer is held back for contract tenants",
                        "straits.market.OfferChoice",
                        "return inventory.available(pool) - reserve[request.tenant()];",
                        "return inventory.available(pool) - Math.max(0, reserve[request.tenant()] - 1);",
                        "case S05"),
                new PlantedError(
                        "wrong average: members of a closed set ask while they hold, as if they were Poisson",
                        "straits.market.Members",
                        "memberOfLease[lease] = member ? ClosedPopulation.member(request) : NONE;",
                        "memberOfLease[lease] = NONE;\n        unserved(request);",
                        "case S04"),
                new PlantedError(
                        "the lower priority is reviewed first",
                        "straits.regulation.Application",
                        "comparingInt(each -> -each.priority)",
                        "comparingInt(each -> each.priority)",
                        "case S13"),
                new PlantedError(
                        "a repair crew more works than there is",
                        "straits.market.failure.Repairs",
                        "if (busy[group] < crews) {",
                        "if (busy[group] <= crews) {",
                        "case S17"));
    }
}
