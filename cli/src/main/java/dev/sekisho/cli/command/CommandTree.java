package dev.sekisho.cli.command;

import dev.sekisho.cli.terminal.Streams;
import dev.sekisho.simulator.exact.diagram.TooLarge;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// The `sekisho` command with all its subcommands, ready to run a command line.
public final class CommandTree {
    private final CommandLine root;
    private final RootCommand rootCommand;
    private final Streams streams;

    private CommandTree(CommandLine root, RootCommand rootCommand, Streams streams) {
        this.root = root;
        this.rootCommand = rootCommand;
        this.streams = streams;
    }

    /// All commands, writing to `streams`.
    public static CommandTree of(Streams streams) {
        RootCommand rootCommand = new RootCommand();
        CommandLine root = new CommandLine(rootCommand);
        root.addSubcommand(new CommandLine(new CatalogCommand()).addSubcommand(new CatalogListCommand(streams))
                .addSubcommand(new CatalogShowCommand(streams)).addSubcommand(new CatalogDiffCommand(streams)));
        root.addSubcommand(new BenchCommand(streams));
        root.addSubcommand(new CheckCommand(streams));
        root.addSubcommand(new ConvertCommand(streams));
        root.addSubcommand(new DiffCommand(streams));
        root.addSubcommand(new ExposureCommand(streams));
        root.addSubcommand(new GenerateCommand(streams));
        root.addSubcommand(new InspectCommand(streams));
        root.addSubcommand(new LintCommand(streams));
        root.addSubcommand(new ReplayCommand(streams));
        root.addSubcommand(new ReportCommand(streams));
        root.addSubcommand(new SchemaCommand(streams));
        root.addSubcommand(new SimulateCommand(streams));
        root.addSubcommand(new TestCommand(streams));
        root.addSubcommand(new TraceCommand(streams));
        root.setOut(streams.out());
        root.setErr(streams.err());
        root.setColorScheme(CommandLine.Help.defaultColorScheme(streams.coloured() ? Ansi.ON : Ansi.OFF));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        CommandTree tree = new CommandTree(root, rootCommand, streams);
        root.setParameterExceptionHandler((wrong, _) -> tree.wrongUsage(wrong));
        root.setExecutionExceptionHandler((fault, _, _) -> tree.ended(fault));
        return tree;
    }

    /// Runs a command line and returns an [ExitCode]. A fault never gets out as an exception.
    public int execute(String... args) {
        try {
            return root.execute(args);
        } catch (OutOfMemoryError e) {
            return tooLarge();
        } catch (StackOverflowError e) {
            return fault(e);
        }
    }

    /// What an input asks for may be more than there is room for, however it is bounded elsewhere.
    private int tooLarge() {
        long mebibytes = Runtime.getRuntime().maxMemory() >> 20;
        streams.problem("too large, because it needs more than the " + mebibytes + " MiB of memory that there are",
                "give it more with SEKISHO_JAVA_OPTS=-Xmx…, or ask about fewer resources at a time");
        return ExitCode.WRONG_INPUT;
    }

    private int ended(Exception exception) {
        if (exception instanceof TooLarge) {
            streams.problem(String.valueOf(exception.getMessage()), "ask about fewer resources at a time");
            return ExitCode.WRONG_INPUT;
        }
        return fault(exception);
    }

    private int wrongUsage(CommandLine.ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        streams.problem(String.valueOf(wrong.getMessage()), "");
        if (!CommandLine.UnmatchedArgumentException.printSuggestions(wrong, streams.err())) {
            streams.err().println("  help: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.WRONG_INPUT;
    }

    private int fault(Throwable fault) {
        streams.problem("a fault of Sekisho itself: " + fault,
                rootCommand.debug ? ""
                        : "add --debug to see where, and please report it with the input that caused it");
        if (rootCommand.debug) {
            fault.printStackTrace(streams.err());
        }
        return ExitCode.FAULT;
    }
}
