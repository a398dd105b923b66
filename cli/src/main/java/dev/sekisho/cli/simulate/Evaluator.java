package dev.sekisho.cli.simulate;

import dev.sekisho.cli.record.RecordFormat;
import dev.sekisho.cli.record.RecordText;
import dev.sekisho.model.io.flow.FlowBlock;
import dev.sekisho.model.io.flow.FlowFields;
import dev.sekisho.model.io.flow.FlowReader;
import dev.sekisho.model.io.flow.FlowSink;
import dev.sekisho.model.io.flow.PlainFlow;
import dev.sekisho.model.traffic.ApplicationData;
import dev.sekisho.simulator.compiled.engine.FlowBatch;
import dev.sekisho.simulator.compiled.engine.FlowEngine;
import dev.sekisho.simulator.compiled.engine.Outcomes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the records of blocks of flows. What is written of a flow is put into `echoes` as it is read, and followed by its
/// outcome when a batch is full: `echoEnds[i]` is where that of flow `i` ends.
///
/// Belongs to one thread.
final class Evaluator implements FlowSink {
    private static final int BATCH = 2048;

    private final FlowEngine engine;
    private final RecordFormat format;
    private final FlowReader reader;
    private final PlainFlow plain = new PlainFlow();
    private final FlowBatch batch = new FlowBatch(BATCH);
    private final Outcomes outcomes = new Outcomes();
    private final List<byte[]> texts = new ArrayList<>();
    private final RecordText echoes = new RecordText();
    private final int[] echoEnds = new int[BATCH];
    private RecordText records = new RecordText();
    private Tally tally = new Tally();

    Evaluator(FlowEngine engine, RecordFormat format, FlowReader reader) {
        this.engine = engine;
        this.format = format;
        this.reader = reader;
    }

    /// @param room where the records go
    Chunk evaluate(FlowBlock block, RecordText room) {
        records = room;
        records.clear();
        tally = new Tally();
        long remembered = outcomes.rememberedFlows();
        long interpreted = outcomes.interpretedFlows();
        long lines = reader.read(block, this);
        finishBatch();
        tally.open(outcomes.rememberedFlows() - remembered, outcomes.interpretedFlows() - interpreted);
        return new Chunk(records, tally, lines);
    }

    @Override
    public void flow(FlowFields fields) {
        if (batch.isFull()) {
            finishBatch();
        }
        if (plain.read(fields)) {
            add(fields.bytes());
        } else {
            try {
                batch.add(fields.row().flow());
            } catch (IllegalArgumentException e) {
                broken(fields.line(), String.valueOf(e.getMessage()));
                return;
            }
        }
        format.flow(fields, echoes);
        echoEnds[batch.size() - 1] = echoes.size();
    }

    private void add(byte[] bytes) {
        Optional<ApplicationData.Protocol> spoken = plain.application();
        byte application = spoken.isEmpty() ? FlowBatch.NO_APPLICATION : FlowBatch.number(spoken.get());
        if (plain.hasDestination()) {
            batch.add(plain.source(), plain.destination(), plain.protocol(), plain.port(), application, bytes,
                    plain.nameFrom(), plain.nameTo());
        } else {
            batch.addToName(plain.source(), plain.protocol(), plain.port(), application, bytes, plain.nameFrom(),
                    plain.nameTo());
        }
    }

    @Override
    public void broken(long line, String problem) {
        tally.unreadable(line, problem);
    }

    @Override
    public void ends(long line, String problem) {
        tally.unreadable(line, problem);
        tally.end();
    }

    private void finishBatch() {
        engine.evaluate(batch, outcomes);
        int from = 0;
        for (int i = 0; i < batch.size(); i++) {
            int outcome = batch.outcome(i);
            while (texts.size() <= outcome) {
                texts.add(format.outcome(outcomes.get(texts.size())).getBytes(StandardCharsets.UTF_8));
            }
            tally.count(outcomes.get(outcome).result());
            records.add(echoes.bytes(), from, echoEnds[i]);
            from = echoEnds[i];
            records.add(texts.get(outcome));
        }
        batch.clear();
        echoes.clear();
    }
}
