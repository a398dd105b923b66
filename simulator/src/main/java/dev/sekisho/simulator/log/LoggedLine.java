package dev.sekisho.simulator.log;

import dev.sekisho.model.diagnostic.SourceLocation;

/// One thing that a file of logs says, with the place where it stands.
public record LoggedLine(SourceLocation at, LogReading reading) {}
