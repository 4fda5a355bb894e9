package straits.experiments;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.io.File;
import java.io.FileOutputStream;
import java.net.URL;
import java.nio.file.Files;
import java.util.regex.Pattern;
import straits.experiments.output.Disk;

/** Who may see whom among the experiments. A rule about a package that does not exist yet holds until it does. */
@AnalyzeClasses(packages = "straits", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    private static final Pattern CHANGES =
            Pattern.compile("write.*|newOutputStream|newBufferedWriter|move|copy|delete.*|create.*");

    @ArchTest
    static final ArchRule everyPackageIsKnown = classes()
            .that()
            .resideInAPackage("straits.experiments..")
            .should()
            .resideInAnyPackage(
                    "straits.experiments.design",
                    "straits.experiments.montecarlo",
                    "straits.experiments.analysis",
                    "straits.experiments.output",
                    "straits.experiments.story",
                    "straits.experiments.trace",
                    "straits.experiments.report",
                    "straits.experiments.figures",
                    "straits.experiments.serve",
                    "straits.experiments.verification",
                    "straits.experiments.api",
                    "straits.experiments.cli");

    @ArchTest
    static final ArchRule theSimulatorKnowsNoExperiment = noClasses()
            .that()
            .resideOutsideOfPackage("straits.experiments..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("straits.experiments..");

    @ArchTest
    static final ArchRule noCycles =
            slices().matching("straits.experiments.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingSeesTheCommands = noClasses()
            .that()
            .resideOutsideOfPackage("straits.experiments.cli")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("straits.experiments.cli", "picocli..");

    @ArchTest
    static final ArchRule onlyTheCommandsPrint = noClasses()
            .that()
            .resideOutsideOfPackage("straits.experiments.cli")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    /** Only the local page of a run is served, on loopback; addresses of files are none of the network. */
    @ArchTest
    static final ArchRule noNetwork = noClasses()
            .that()
            .resideOutsideOfPackage("straits.experiments.serve..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.net..", "javax.net..", "java.rmi..", "com.sun.net..")
                    .or(nameMatching("java\\.nio\\.channels\\..*(Socket|Datagram|Network).*"))
                    .and(not(nameMatching("java\\.net\\.(URL|URI|URISyntaxException)"))))
            .orShould()
            .callMethodWhere(target(owner(assignableTo(URL.class))).and(target(not(name("toURI")))));

    /** What is read stays data: no class is named by a file, loaded from elsewhere, compiled or deserialised. */
    @ArchTest
    static final ArchRule nothingReadBecomesCode = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("javax.script..", "javax.tools..", "org.snakeyaml.engine.v2.constructor..")
                            .or(nameMatching("java\\.io\\.ObjectInputStream|java\\.lang\\.ProcessBuilder"
                                    + "|.*\\.(JsonTypeInfo|PolymorphicTypeValidator)|java\\.net\\.URLClassLoader")))
            .orShould()
            .callMethod(Class.class, "forName", String.class)
            .orShould()
            .callMethod(ClassLoader.class, "loadClass", String.class)
            .orShould()
            .callMethod(Runtime.class, "exec", String.class);

    /** Those named open a file that {@link Disk} then locks, adopts or removes. */
    @ArchTest
    static final ArchRule runsChangeFilesThroughOneDoor = noClasses()
            .that()
            .resideInAPackage("straits.experiments.output")
            .and()
            .doNotHaveSimpleName("Disk")
            .and()
            .doNotHaveSimpleName("RunMarker")
            .and()
            .doNotHaveSimpleName("TableFormat")
            .and()
            .doNotHaveSimpleName("ParquetTable")
            .should()
            .callConstructor(FileOutputStream.class, File.class)
            .orShould()
            .callMethodWhere(describe(
                    "it changes files",
                    call -> call.getTargetOwner().isEquivalentTo(Files.class)
                            && CHANGES.matcher(call.getName()).matches()));

    @ArchTest
    static final ArchRule noStaticState = fields().that().areStatic().should().beFinal();
}
