package dev.sekisho.cli.command;

import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.CatalogEntries;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.cli.text.Sheet;
import dev.sekisho.model.catalogue.Catalogue;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Suggestions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `sekisho catalog show`.
@Command(name = "show", description = "Shows all that is known about the requirement, service, feature, shape, fact or source with one id.")
final class CatalogShowCommand implements Callable<Integer> {
    private static final int SUGGESTED = 6;

    private final Streams streams;

    @Parameters(index = "0", paramLabel = "ID", description = "An id, as 'sekisho catalog list' prints it.")
    private String id;

    @Mixin
    private CatalogOption catalogOption;

    @Mixin
    private OutputOption output;

    CatalogShowCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Catalogue> catalogue = catalogOption.read(diagnostics);
        Problems.print(diagnostics, streams);
        if (catalogue.isEmpty()) {
            return ExitCode.WRONG_INPUT;
        }
        CatalogEntries entries = new CatalogEntries(catalogue.get());
        List<Sheet> sheets = entries.sheets(id);
        if (sheets.isEmpty()) {
            streams.problem("the catalogue has no entry " + id,
                    Suggestions.advice(id, "nearest", entries.ids(), SUGGESTED));
            return ExitCode.WRONG_INPUT;
        }
        if (output.isJson()) {
            streams.out().println(JsonText.of(sheets.stream().map(Sheet::fields).toList()));
        } else {
            for (int i = 0; i < sheets.size(); i++) {
                if (i > 0) {
                    streams.out().println();
                }
                sheets.get(i).print(streams);
            }
        }
        return ExitCode.CLEAN;
    }
}
