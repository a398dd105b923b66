package dev.sekisho.cli.simulate;

import dev.sekisho.cli.record.RecordFormat;
import dev.sekisho.model.diagnostic.Diagnostic;
import dev.sekisho.model.diagnostic.SourceLocation;
import dev.sekisho.model.io.flow.FlowLine;
import dev.sekisho.model.io.flow.FlowRow;
import dev.sekisho.simulator.compiled.engine.FlowBatch;
import dev.sekisho.simulator.compiled.engine.FlowEngine;
import dev.sekisho.simulator.compiled.engine.Outcomes;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Evaluates chunks of lines, each with arrays that no other chunk uses at the same time.
final class Evaluators {
    private final FlowEngine engine;
    private final RecordFormat format;
    private final String file;
    private final ConcurrentLinkedQueue<Room> idle = new ConcurrentLinkedQueue<>();

    /// What became of a chunk.
    record Chunk(StringBuilder records, Tally tally) {}

    /// What one thread works with. `texts` has the text of each outcome, by its number.
    private static final class Room {
        final FlowBatch batch;
        final Outcomes outcomes = new Outcomes();
        final List<String> texts = new ArrayList<>();

        Room(int capacity) {
            batch = new FlowBatch(capacity);
        }
    }

    Evaluators(FlowEngine engine, RecordFormat format, String file) {
        this.engine = engine;
        this.format = format;
        this.file = file;
    }

    Chunk evaluate(List<FlowLine> lines) {
        Room free = idle.poll();
        Room room = free == null || free.batch.capacity() < lines.size() ? new Room(lines.size()) : free;
        Chunk chunk = evaluate(lines, room);
        idle.add(room);
        return chunk;
    }

    private Chunk evaluate(List<FlowLine> lines, Room room) {
        Tally tally = new Tally();
        List<FlowRow> rows = read(lines, room.batch, tally);
        long remembered = room.outcomes.rememberedFlows();
        long interpreted = room.outcomes.interpretedFlows();
        engine.evaluate(room.batch, room.outcomes);
        tally.open(room.outcomes.rememberedFlows() - remembered, room.outcomes.interpretedFlows() - interpreted);
        StringBuilder records = new StringBuilder(128 * rows.size());
        for (int i = 0; i < rows.size(); i++) {
            int outcome = room.batch.outcome(i);
            while (room.texts.size() <= outcome) {
                room.texts.add(format.outcome(room.outcomes.get(room.texts.size())));
            }
            tally.count(room.outcomes.get(outcome).result());
            format.flow(rows.get(i), records);
            records.append(room.outcomes.isOwn(outcome)
                    ? format.outcome(room.outcomes.of(room.batch, i))
                    : room.texts.get(outcome));
        }
        return new Chunk(records, tally);
    }

    private List<FlowRow> read(List<FlowLine> lines, FlowBatch batch, Tally tally) {
        List<FlowRow> rows = new ArrayList<>(lines.size());
        batch.clear();
        for (FlowLine line : lines) {
            switch (line) {
                case FlowLine.Broken(long number, String problem) -> tally.unreadable(problem(number, problem));
                case FlowLine.Readable(FlowRow row) -> {
                    try {
                        batch.add(row.flow());
                        rows.add(row);
                    } catch (IllegalArgumentException e) {
                        tally.unreadable(problem(row.line(), String.valueOf(e.getMessage())));
                    }
                }
            }
        }
        return rows;
    }

    private Diagnostic problem(long line, String problem) {
        return Diagnostic.error("FLOW", SourceLocation.of(file, (int) line, 1), problem);
    }
}
