package straits;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Who may see whom, and what nobody may do. A rule about a package that does not exist yet holds until it does. */
@AnalyzeClasses(packages = "straits", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    /** From the bottom up: a package sees its own level and those below. */
    private static final List<List<String>> LEVELS = List.of(
            List.of("straits.units", "straits.event", "straits.extension"),
            List.of("straits.engine", "straits.scenario"),
            List.of("straits.scenario.file", "straits.random", "straits.catalog", "straits.measurement"),
            List.of("straits.market.inventory", "straits.market.cost", "straits.regulation"),
            List.of(
                    "straits.market.pricing",
                    "straits.market.tenant",
                    "straits.market.channel",
                    "straits.market.bargaining",
                    "straits.market.lease",
                    "straits.market.spot",
                    "straits.supply"),
            List.of("straits.market.failure"),
            List.of("straits.market"),
            List.of("straits.simulation"));

    private static final Set<String> TRANSCENDENTAL = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private static final DescribedPredicate<JavaClass> SSJ_QUEUE =
            resideInAPackage("straits.engine").and(simpleNameStartingWith("Ssj"));

    @ArchTest
    static final ArchRule everyPackageHasItsLevel =
            classes().should().resideInAnyPackage(packagesOf(LEVELS.stream())).as("every package stands in LEVELS");

    @ArchTest
    static final ArchRule noPackageLooksUp = all(IntStream.range(1, LEVELS.size())
            .mapToObj(level -> noClasses()
                    .that()
                    .resideInAnyPackage(packagesOf(LEVELS.stream().limit(level)))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(packagesOf(LEVELS.stream().skip(level)))));

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("straits.(**)").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule unitsStandAlone = classes()
            .that()
            .resideInAPackage("straits.units")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "straits.units")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule theEngineKnowsNoModel = noClasses()
            .that()
            .resideInAPackage("straits.engine")
            .should()
            .dependOnClassesThat(resideInAPackage("straits..")
                    .and(not(resideInAnyPackage("straits.units", "straits.event", "straits.engine"))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyAssemblySeesTheFileReader = noClasses()
            .that()
            .resideOutsideOfPackages("straits.scenario.file", "straits.simulation")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("straits.scenario.file")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule onlyTheFileReaderSeesFilesAndTheParser = noClasses()
            .that()
            .resideOutsideOfPackage("straits.scenario.file")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "tools.jackson..", "com.fasterxml..", "org.snakeyaml..", "de.siegmar..", "java.nio.file..")
                    .or(describe("java.io.File*", c -> c.getName().startsWith("java.io.File"))));

    @ArchTest
    static final ArchRule onlyRandomSeesSsj = noClasses()
            .that(resideInAPackage("straits.random").or(SSJ_QUEUE).negate())
            .should()
            .dependOnClassesThat()
            .resideInAPackage("umontreal.ssj..");

    @ArchTest
    static final ArchRule theReferenceQueueSeesOnlySsjEvents = noClasses()
            .that(SSJ_QUEUE)
            .should(dependOnClassesThat(
                    resideInAPackage("umontreal.ssj..").and(not(resideInAPackage("umontreal.ssj.simevents..")))))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nobodySeesSsjDistributions = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("umontreal.ssj.probdist..", "umontreal.ssj.randvar..", "umontreal.ssj.probdistmulti..");

    @ArchTest
    static final ArchRule noConsole = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule noMain =
            methods().that().areStatic().should().notHaveName("main").allowEmptyShould(true);

    @ArchTest
    static final ArchRule noWallClock = never("read the wall clock", access -> {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("nanoTime") || name.equals("currentTimeMillis");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.util.Date" -> name.equals("<init>");
            case "java.util.Calendar" -> name.equals("getInstance");
            default -> owner.startsWith("java.time.") && name.equals("now");
        };
    });

    @ArchTest
    static final ArchRule noThreads = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("java.util.concurrent..")
                    .or(describe(
                            "threads",
                            c -> c.getName().startsWith("java.lang.Thread")
                                    || c.getName().equals("java.util.Timer"))));

    @ArchTest
    static final ArchRule noParallelStreams = never(
            "stream in parallel",
            access -> access.getName().equals("parallel") || access.getName().equals("parallelStream"));

    @ArchTest
    static final ArchRule noRandomnessOfTheJdk =
            never("draw outside straits.random", access -> switch (access.getTargetOwner()
                    .getName()) {
                case "java.lang.Math" -> access.getName().equals("random");
                case "java.util.Collections" -> access.getName().equals("shuffle");
                case "java.util.UUID" -> access.getName().equals("randomUUID");
                case "java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom" -> true;
                default -> false;
            });

    @ArchTest
    static final ArchRule noTranscendentalMath = never(
            "call a function of java.lang.Math whose last bit may differ between machines (use StrictMath)",
            access -> access.getTargetOwner().isEquivalentTo(Math.class) && TRANSCENDENTAL.contains(access.getName()));

    @ArchTest
    static final ArchRule noStaticState =
            fields().that().areStatic().should().beFinal().allowEmptyShould(true);

    private static String[] packagesOf(Stream<List<String>> levels) {
        return levels.flatMap(List::stream).toArray(String[]::new);
    }

    private static ArchRule all(Stream<? extends ArchRule> rules) {
        return CompositeArchRule.of(
                rules.map(rule -> rule.allowEmptyShould(true)).toList());
    }

    private static ArchRule never(String what, Predicate<JavaAccess<?>> forbidden) {
        return noClasses().should().accessTargetWhere(describe(what, forbidden)).as("no class should " + what);
    }
}
