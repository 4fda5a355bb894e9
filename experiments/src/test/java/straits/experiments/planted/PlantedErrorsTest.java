package straits.experiments.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import straits.experiments.verification.Verification;

/**
 * Whether the tests have teeth: each error is planted by itself, in a copy of the classes, and a test or a case of
 * {@code straits verify} that passes without it must fail, be it by what it asserts, by an invariant or by what the model
 * refuses to do.
 */
final class PlantedErrorsTest {

    private static final int AT_LEAST = 20;
    private static final String CASE = "case ";

    static List<PlantedError> errors() {
        return PlantedErrors.all();
    }

    @Test
    void thereAreManyAndAllDiffer() {
        assertThat(errors()).hasSizeGreaterThan(AT_LEAST).doesNotHaveDuplicates();
        assertThat(errors()).extracting(PlantedError::what).doesNotHaveDuplicates();
    }

    @Test
    void withoutAnErrorTheTestsPass() {
        List<String> checks =
                errors().stream().map(PlantedError::caughtBy).distinct().toList();

        assertThat(failures(PatchedClasses.unchanged(), checks)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void aTestCatches(PlantedError error) {
        List<Throwable> failures = failures(PatchedClasses.with(error), List.of(error.caughtBy()));

        assertThat(failures)
                .as("what %s says to the error: %s", error.caughtBy(), error.what())
                .isNotEmpty()
                .allMatch(PlantedErrorsTest::saysWhatIsWrong);
    }

    /** An assertion, an invariant, or the model's own guard; not a class that no longer fits the others. */
    private static boolean saysWhatIsWrong(Throwable failure) {
        return failure instanceof AssertionError
                || failure instanceof IllegalStateException
                || failure.getClass().getSimpleName().equals("InvariantException");
    }

    private static List<Throwable> failures(PatchedClasses classes, List<String> checks) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (classes) {
            thread.setContextClassLoader(classes);
            List<String> cases =
                    checks.stream().filter(check -> check.startsWith(CASE)).toList();
            List<String> tests =
                    checks.stream().filter(check -> !check.startsWith(CASE)).toList();
            List<Throwable> failures = new ArrayList<>(misses(classes, cases));
            failures.addAll(testFailures(classes, tests));
            return failures;
        } catch (IOException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<AssertionError> misses(PatchedClasses classes, List<String> cases)
            throws ReflectiveOperationException {
        List<String> ids =
                cases.stream().map(each -> each.substring(CASE.length())).toList();
        Object misses = classes.loadClass(Verification.class.getName())
                .getMethod("misses", List.class)
                .invoke(null, ids);
        return ((List<?>) misses).stream().map(miss -> new AssertionError(miss)).toList();
    }

    private static List<Throwable> testFailures(PatchedClasses classes, List<String> tests) {
        if (tests.isEmpty()) {
            return List.of();
        }
        return run(LauncherDiscoveryRequestBuilder.request()
                .selectors(tests.stream()
                        .map(test -> selectMethod(type(classes, test), method(classes, test)))
                        .toList())
                .build());
    }

    private static List<Throwable> run(LauncherDiscoveryRequest request) {
        List<Throwable> failures = new ArrayList<>();
        int[] run = new int[1];
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                run[0] += test.isTest() ? 1 : 0;
                result.getThrowable().ifPresent(failures::add);
            }
        });
        assertThat(run[0]).as("tests run").isPositive();
        return failures;
    }

    private static Class<?> type(PatchedClasses classes, String test) {
        try {
            return classes.loadClass(test.substring(0, test.indexOf('#')));
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no test " + test, e);
        }
    }

    private static Method method(PatchedClasses classes, String test) {
        String name = test.substring(test.indexOf('#') + 1);
        return Arrays.stream(type(classes, test).getDeclaredMethods())
                .filter(each -> each.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no test " + test));
    }
}
