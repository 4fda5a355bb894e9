package straits.experiments.spark;

import straits.experiments.output.Manifest;

/**
 * What results depend on beside the experiment.
 *
 * @param program hash of the program, as {@link Program} has it
 * @param trial hash of what the virtual machine makes of {@link Trial}
 * @param jvm the virtual machine in words; differs without harm
 */
record Surroundings(String program, String trial, String jvm) {

    /** Those of this process. */
    static Surroundings here() {
        return new Surroundings(Program.hash(), Trial.hash(), Manifest.runningJvm());
    }

    /**
     * Why results would or could differ from those in other surroundings; empty if they do not.
     *
     * @param where the place of these surroundings
     * @param driver the others
     */
    String refusal(String where, Surroundings driver) {
        if (!program.equals(driver.program)) {
            return where + " has another program than the driver (SHA-256 " + program + ", not " + driver.program
                    + "); results of two programs are not mixed: take old jars of Straits out of the class path of the"
                    + " executors (spark.executor.extraClassPath, the jars folder of Spark)";
        }
        if (!trial.equals(driver.trial)) {
            return where + " gives other results than the driver: a trial came to " + trial + " there, on " + jvm
                    + ", and to " + driver.trial + " here, on " + driver.jvm
                    + "; use one JDK on all machines, as by --conf spark.executorEnv.JAVA_HOME=DIR";
        }
        return "";
    }
}
