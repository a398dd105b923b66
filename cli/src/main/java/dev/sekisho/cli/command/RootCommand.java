package dev.sekisho.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// `sekisho` without a command: only its general options mean something.
@Command(name = "sekisho", versionProvider = Version.class, synopsisSubcommandLabel = "COMMAND", description = "Azure Firewall rules and routes for an AKS cluster, and the proof that they let it work.", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:done, and everything is in order",
        "1:done, and there is something to see: a blocked need, a failed test, a difference",
        "2:wrong usage, or input that cannot be read", "70:a fault of Sekisho itself"})
final class RootCommand implements Runnable {
    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "On a fault of Sekisho itself, show where it happened.")
    boolean debug;

    @Option(names = {"-h",
            "--help"}, scope = ScopeType.INHERIT, usageHelp = true, description = "Show this help.")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "Show the version.")
    private boolean version;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
