package dev.sekisho.cli.command;

import dev.sekisho.cli.json.ExposureRowJson;
import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.json.Sarif;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.ExposureText;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.diagnostic.Severity;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.io.kubernetes.ManifestReader;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.simulator.cases.CaseReport;
import dev.sekisho.simulator.cases.CaseResult;
import dev.sekisho.simulator.cases.JUnitXml;
import dev.sekisho.simulator.exact.lint.finding.Finding;
import dev.sekisho.simulator.exact.lint.finding.Suppressions;
import dev.sekisho.simulator.exposure.Exposure;
import dev.sekisho.simulator.exposure.ExposureRow;
import dev.sekisho.simulator.exposure.answer.Mend;
import dev.sekisho.simulator.exposure.answer.Reach;
import dev.sekisho.simulator.exposure.entrance.Entry;
import dev.sekisho.simulator.exposure.place.Place;
import dev.sekisho.simulator.verdict.Reply;
import dev.sekisho.simulator.view.SubnetView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sekisho exposure`.
@Command(name = "exposure", description = {
        "Tells who can reach each Kubernetes Service and the API server, and whether the replies find their way back.",
        "The exit code is 1 where a place that --forbid names can reach one, or where replies do not get back."})
final class ExposureCommand implements Callable<Integer> {
    private static final String FORBIDDEN = "EXPOSED";
    private static final String REPLY = "REPLY_ASTRAY";
    private static final Map<String, String> MEANINGS = Map.of(FORBIDDEN,
            "clients of a place that --forbid names can reach it, or nobody knows that they cannot", REPLY,
            "clients can reach it, but its replies do not find their way back");

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "MANIFEST", arity = "0..*", description = "Manifests: files, folders, what helm template or kubectl get print; without any, API servers alone.")
    private List<Path> manifests = new ArrayList<>();

    @Mixin
    private EnvironmentOption environmentOption;

    @Option(names = "--node-subnet", paramLabel = "NETWORK/SUBNET", description = "The subnet of the nodes; otherwise that of the only cluster that is described.")
    private Optional<String> nodeSubnet = Optional.empty();

    @Option(names = "--forbid", paramLabel = "PLACE", split = ",", description = "Places that must not reach any of them: network, peered, other, onprem, internet, internetThroughFirewall, applicationGateway, privateLink.")
    private List<String> forbid = new ArrayList<>();

    @Option(names = "--output", paramLabel = "FORMAT", defaultValue = "text", description = "How to print the result: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Kind output = Kind.TEXT;

    ExposureCommand(Streams streams) {
        this.streams = streams;
    }

    /// For people, for programs, for code hosts, or for build servers.
    enum Kind {
        TEXT, JSON, SARIF, JUNIT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        Set<Place.Kind> forbidden = forbidden();
        Diagnostics diagnostics = new Diagnostics();
        Manifests read = ManifestReader.read(manifests, diagnostics);
        Environment environment = environmentOption.read(diagnostics);
        Problems.print(diagnostics, streams);
        streams.err().flush();
        if (diagnostics.hasErrors()) {
            return ExitCode.WRONG_INPUT;
        }
        boolean described = environment.clusters().stream().anyMatch(cluster -> cluster.apiServer().isPresent());
        if (read.services().isEmpty() && (!manifests.isEmpty() || !described)) {
            streams.problem(manifests.isEmpty() ? "neither a Service nor an API server is described"
                    : "no Service is described", "name manifests that hold resources of kind Service");
            return ExitCode.WRONG_INPUT;
        }
        List<SubnetView> nodes = Exposure.nodes(environment, nodeSubnet);
        if (nodes.isEmpty()) {
            streams.problem(nodeSubnet.map(name -> "no subnet " + name + " is described")
                    .orElse("which subnet the nodes are in is not described"),
                    "name it with --node-subnet NETWORK/SUBNET");
            return ExitCode.WRONG_INPUT;
        }
        List<ExposureRow> rows = Exposure.of(environment, nodes, read);
        print(rows, read, forbidden);
        boolean see = rows.stream().anyMatch(row -> isForbidden(row, forbidden) || isAstray(row));
        return see ? ExitCode.SOMETHING_TO_SEE : ExitCode.CLEAN;
    }

    private Set<Place.Kind> forbidden() {
        Set<Place.Kind> kinds = EnumSet.noneOf(Place.Kind.class);
        for (String name : forbid) {
            kinds.add(Arrays.stream(Place.Kind.values()).filter(kind -> kind.text().equals(name)).findFirst()
                    .orElseThrow(() -> new ParameterException(spec.commandLine(), "'" + name + "' is no place; known: "
                            + String.join(", ", Arrays.stream(Place.Kind.values()).map(Place.Kind::text).toList()))));
        }
        return kinds;
    }

    /// What nobody knows may be reachable, so a gate does not let it pass.
    private static boolean isForbidden(ExposureRow row, Set<Place.Kind> forbidden) {
        return forbidden.contains(row.place().kind()) && row.reach() != Reach.NOT_REACHABLE;
    }

    private static boolean isAstray(ExposureRow row) {
        return (row.reach() == Reach.REACHABLE || row.reach() == Reach.PARTLY) && !row.isUsable();
    }

    private void print(List<ExposureRow> rows, Manifests read, Set<Place.Kind> forbidden) {
        switch (output) {
            case TEXT -> ExposureText.print(rows, read.fronts(), row -> isForbidden(row, forbidden), streams);
            case JSON -> streams.out().println(JsonText.of(
                    rows.stream().map(row -> ExposureRowJson.of(row, isForbidden(row, forbidden))).toList()));
            case SARIF -> streams.out().println(JsonText.of(Sarif.of(
                    new Suppressions.Result(findings(rows, forbidden), List.of(), List.of()), Version.number(),
                    MEANINGS)));
            case JUNIT -> streams.out().print(JUnitXml.write(
                    new CaseReport(rows.stream().map(row -> result(row, isForbidden(row, forbidden))).toList())));
        }
    }

    /// A test for each row: what is forbidden must not be reachable, and replies must get back.
    private static CaseResult result(ExposureRow row, boolean forbidden) {
        List<CaseResult.Difference> differences = new ArrayList<>();
        if (forbidden) {
            differences.add(new CaseResult.Difference("reach", Reach.NOT_REACHABLE.text(),
                    row.reach().text() + ", " + row.why()));
        }
        if (isAstray(row)) {
            differences.add(new CaseResult.Difference("reply", Reply.Way.SYMMETRIC.text(),
                    row.reply().map(Reply.Way::text).orElse("") + ", " + row.why()));
        }
        return new CaseResult(
                row.service() + " " + row.port() + " (" + row.entry().text() + ") from " + row.place().name(), "",
                row.at(),
                differences.isEmpty() ? CaseResult.Status.PASS : CaseResult.Status.FAIL, differences, List.of());
    }

    /// Places that fare alike by one way in share a finding.
    private static List<Finding> findings(List<ExposureRow> rows, Set<Place.Kind> forbidden) {
        record Alike(String code, String service, String port, Entry entry, Reach reach, Optional<Mend> mend) {}
        SequencedMap<Alike, List<ExposureRow>> found = new LinkedHashMap<>();
        for (ExposureRow row : rows) {
            Function<String, Alike> alike = code -> new Alike(code, row.service(), row.port(), row.entry(),
                    row.reach(), row.mend());
            if (isForbidden(row, forbidden)) {
                found.computeIfAbsent(alike.apply(FORBIDDEN), _ -> new ArrayList<>()).add(row);
            }
            if (isAstray(row)) {
                found.computeIfAbsent(alike.apply(REPLY), _ -> new ArrayList<>()).add(row);
            }
        }
        return found.entrySet().stream().map(entry -> {
            ExposureRow first = entry.getValue().getFirst();
            String what = (first.entry() == Entry.API_SERVER ? "" : "Service ") + first.service() + " " + first.port()
                    + ExposureText.beside(first.entry()) + " from "
                    + String.join(", ", entry.getValue().stream().map(row -> row.place().name()).toList()) + ": "
                    + first.reach() + ", " + first.why() + first.mend().map(mend -> "; to mend it: " + mend).orElse("");
            return finding(entry.getKey().code(),
                    entry.getKey().code().equals(FORBIDDEN) ? Severity.ERROR : Severity.WARNING, what, first);
        }).toList();
    }

    private static Finding finding(String code, Severity severity, String what, ExposureRow row) {
        return new Finding(code, severity, what, row.mend().map(Mend::toString).orElse(""), row.at(), "", List.of(),
                Optional.empty());
    }
}
