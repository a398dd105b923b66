package dev.sekisho.cli.record;

import dev.sekisho.model.io.flow.FlowFields;
import dev.sekisho.simulator.compiled.engine.Outcome;
import java.util.List;
import java.util.stream.Stream;

/// How records are written. Implementations are shared by threads.
public interface RecordFormat {
    /// The names of the fields that an outcome adds to those of a flow.
    List<String> OUTCOME_FIELDS = List.of("result", "by", "stage", "reason", "route", "delivery", "assumptions");

    /// What comes before all records.
    String header();

    /// Writes the fields of a flow as they stand in front of an outcome.
    void flow(FlowFields fields, RecordText out);

    /// What an outcome adds to a record, with the end of the line. Written once and used for every flow with the outcome.
    String outcome(Outcome outcome);

    /// The values for [#OUTCOME_FIELDS] but the last; what does not apply is empty.
    static List<String> values(Outcome outcome) {
        return List.of(outcome.result().text(), outcome.by(),
                outcome.firewall().flatMap(f -> f.stage()).map(stage -> stage.text()).orElse(""),
                outcome.firewall().flatMap(f -> f.reason()).map(reason -> reason.text()).orElse(""),
                outcome.route().map(Object::toString).orElse(""),
                outcome.delivery().map(delivery -> delivery.text()).orElse(""));
    }

    /// The numbers of the readings that an outcome rests on, in their order.
    static Stream<String> assumptions(Outcome outcome) {
        return outcome.assumptions().stream().sorted().map(Object::toString);
    }
}
