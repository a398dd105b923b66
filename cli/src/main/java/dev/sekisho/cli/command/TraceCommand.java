package dev.sekisho.cli.command;

import dev.sekisho.cli.json.InboundJson;
import dev.sekisho.cli.json.JsonText;
import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.cli.text.InboundText;
import dev.sekisho.cli.text.Problems;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.Diagnostics;
import dev.sekisho.model.environment.Environment;
import dev.sekisho.model.environment.Readings;
import dev.sekisho.model.firewall.Firewall;
import dev.sekisho.model.kubernetes.Manifests;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.explain.TraceText;
import dev.sekisho.simulator.explain.VerdictFields;
import dev.sekisho.simulator.exposure.InboundTrace;
import dev.sekisho.simulator.path.PathInterpreter;
import dev.sekisho.simulator.path.PathOptions;
import dev.sekisho.simulator.verdict.PathVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `sekisho trace`.
@Command(name = "trace", description = {
        "Follows one flow step by step: source translation, security groups, route, each "
                + "firewall pass, and what every rule said on the way.",
        "The exit code is 0 for every answer, also for Deny and Unknown."})
final class TraceCommand implements Callable<Integer> {
    private static final String AMBIGUOUS = "AMBIGUOUS_FIREWALL";

    private final Streams streams;

    @Spec
    private CommandSpec spec;

    @Mixin
    private EnvironmentOption environmentOption;

    @Option(names = "--from", paramLabel = "IP", required = true, description = "The sender: a pod or a node.")
    private String from;

    @Option(names = "--pod", description = "The sender is a pod of the only cluster that is described, also where its address may be a node's.")
    private boolean pod;

    @Option(names = "--to", paramLabel = "HOST|IP[:PORT]|service/NAME:PORT", required = true, description = "The destination; also [IPV6]:PORT, a URL, or service/NAME:PORT of a manifest that --env names.")
    private String to;

    @Option(names = "--protocol", paramLabel = "PROTOCOL", description = "What is spoken: ${COMPLETION-CANDIDATES}; "
            + "otherwise what the port or the name suggests.")
    private Optional<FlowArguments.Spoken> protocol = Optional
            .empty();

    @Option(names = "--resolve", paramLabel = "HOST=IP", description = "An address of a name, for the client and the firewall; may be given several times.")
    private List<String> resolve = new ArrayList<>();

    @Option(names = "--firewall", paramLabel = "NAME", description = "The firewall to ask where no route tells.")
    private Optional<String> firewall = Optional
            .empty();

    @Option(names = "--node-subnet", paramLabel = "NETWORK/SUBNET", description = "The subnet of the nodes behind a Service; otherwise that of the only cluster that is described.")
    private Optional<String> nodeSubnet = Optional.empty();

    @Option(names = "--reading", paramLabel = "NAME=BOOLEAN", description = "How to read what Microsoft's pages contradict each other about: serviceEndpointOverridable, inheritNat or dnatImplicitAllowOverridable; may be given several times.")
    private List<String> reading = new ArrayList<>();

    @Mixin
    private OutputOption output;

    TraceCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        Optional<InboundTarget> inbound = fromCommandLine(() -> InboundTarget.parse(to));
        if (inbound.isPresent()) {
            return inbound(inbound.get());
        }
        Flow asked = fromCommandLine(() -> FlowArguments.flow(IpAddress.parse(from), to, protocol));
        Resolutions resolutions = fromCommandLine(() -> Resolutions.parse(resolve));
        Diagnostics diagnostics = new Diagnostics();
        UsedTags used = new UsedTags();
        Environment described = used.watch(resolutions.addTo(environmentOption.read(diagnostics)));
        Environment environment = fromCommandLine(() -> described.withReadings(chosen(described.readings())));
        Problems.print(diagnostics, streams);
        if (diagnostics.hasErrors()) {
            return ExitCode.WRONG_INPUT;
        }
        firewall.ifPresent(name -> EnvironmentOption.requireFirewall(name, environment, spec));
        PathOptions options = pod ? PathOptions.NONE.withEveryRule().withPod() : PathOptions.NONE.withEveryRule();
        Optional<Firewall> door = InboundTarget.door(environment, asked);
        Flow flow = door.isPresent() ? asked.fromOutside() : asked;
        PathVerdict verdict = new PathInterpreter(environment).evaluate(flow,
                firewall.or(() -> door.map(Firewall::name)).map(options::withFirewall).orElse(options));
        Optional<Diagnostic> ambiguous = verdict.basis().diagnostics().stream()
                .filter(problem -> problem.code().equals(AMBIGUOUS)).findFirst();
        if (ambiguous.isPresent()) {
            streams.problem(ambiguous.get().problem(), "name one with --firewall");
            return ExitCode.WRONG_INPUT;
        }
        if (output.isJson()) {
            SequencedMap<String, Object> fields = VerdictFields.of(verdict);
            fields.put("serviceTags", used.rows(environment.serviceTags()));
            streams.out().println(JsonText.of(fields));
        } else {
            streams.out().print(TraceText.render(verdict));
            used.of(environment.serviceTags()).forEach(release -> streams.out().println("used: " + release));
        }
        return ExitCode.CLEAN;
    }

    private int inbound(InboundTarget target) {
        IpAddress client = fromCommandLine(() -> IpAddress.parse(from));
        Diagnostics diagnostics = new Diagnostics();
        Environment described = environmentOption.read(diagnostics);
        Environment environment = fromCommandLine(() -> described.withReadings(chosen(described.readings())));
        Manifests manifests = environmentOption.manifests(diagnostics);
        Problems.print(diagnostics, streams);
        if (diagnostics.hasErrors()) {
            return ExitCode.WRONG_INPUT;
        }
        List<InboundTrace> traces = fromCommandLine(
                () -> target.follow(environment, manifests, nodeSubnet, client));
        if (output.isJson()) {
            streams.out().println(JsonText.of(InboundJson.of(traces)));
        } else {
            InboundText.print(traces, streams);
        }
        return ExitCode.CLEAN;
    }

    private Readings chosen(Readings usual) {
        Readings chosen = usual;
        for (String text : reading) {
            int equals = text.indexOf('=');
            String value = text.substring(equals + 1).toLowerCase(Locale.ROOT);
            Optional<Readings> changed = equals < 0 || !value.equals("true") && !value.equals("false")
                    ? Optional.empty()
                    : chosen.with(text.substring(0, equals), Boolean.parseBoolean(value));
            chosen = changed.orElseThrow(() -> new IllegalArgumentException("'" + text
                    + "' is no reading; write true or false after one of: " + String.join("=, ", Readings.NAMES)
                    + "="));
        }
        return chosen;
    }

    private interface Reading<T> {
        T get();
    }

    private <T> T fromCommandLine(Reading<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
