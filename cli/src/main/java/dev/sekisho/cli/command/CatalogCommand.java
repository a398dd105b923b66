package dev.sekisho.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `sekisho catalog`: what is known about the needs of clusters, and where it was read.
@Command(name = "catalog", synopsisSubcommandLabel = "COMMAND", description = "Shows what is known about the needs of AKS clusters, with sources and dates.")
final class CatalogCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do with the catalogue: list, show or diff");
    }
}
