package dev.sekisho.benchmarks.exact;

import dev.sekisho.model.environment.Environment;
import dev.sekisho.simulator.compiled.synthetic.RuleShape;
import dev.sekisho.simulator.exact.decision.CoveredRulings;
import dev.sekisho.simulator.exact.decision.Layer;
import dev.sekisho.simulator.exact.decision.Ruling;
import dev.sekisho.simulator.exact.diff.EnvironmentDiff;
import dev.sekisho.simulator.exact.firewall.FirewallFunction;
import dev.sekisho.simulator.exact.firewall.FirewallRulings;
import dev.sekisho.simulator.view.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// The same questions put to a plain binary decision diagram over header bits, in turns in one process. The diagram gets the
/// order of variables that is best for the question at each size, and its tables and classes of names before the clock starts.
/// Both get rules that have been read.
record BddTable(List<RuleShape> shapes, HowLongDoProofsTake.Lines lines) {
    private static final int[] SIZES = {100, 400, 1_000, 3_000, 10_000};
    private static final Duration MOST = Duration.ofSeconds(10);
    /// How long each side is asked before the clock starts: longer where a question is new.
    private static final Duration FIRST_WARM_UP = Duration.ofSeconds(8);
    private static final Duration WARM_UP = Duration.ofSeconds(2);
    private static final int TURNS = 5;
    private static final int MOST_TIMES = 40;
    /// How often all orders are tried, how often each, and how many times as long as another one may take.
    private static final int ROUNDS = 2;
    private static final int TRIES = 10;
    private static final double MUCH_LONGER = 2;
    /// From how long an answer takes on one turn is enough.
    private static final double LONG_MILLIS = 2_000;
    private static final int EDITED = 10;

    private record Question(String text, Function<PlainBdd, Long> theirs, LongSupplier ours) {}

    void print() {
        lines.say(
                "| shape | network rules | question | plain BDD, ms | ours, ms | ratio | BDD nodes | BDD order | same answer |");
        lines.say("|---|--:|---|--:|--:|--:|--:|---|---|");
        shapes.forEach(this::print);
    }

    private void print(RuleShape shape) {
        int questions = questions(shape, SIZES[0]).size();
        for (int number = 0; number < questions; number++) {
            for (int size : SIZES) {
                Question question = questions(shape, size).get(number);
                if (!print(shape, size, question, best(question))) {
                    break;
                }
            }
        }
    }

    /// The order in which the question is answered soonest, of all of them in turns. One that takes much longer than another
    /// is given up; where all are, they are not tried again.
    private static PlainBdd.Order best(Question question) {
        PlainBdd.Order best = PlainBdd.Order.NAME_FIRST;
        double bound = MOST.toMillis() / MUCH_LONGER;
        double least = bound;
        for (int round = 0; round < ROUNDS && (round == 0 || least < bound); round++) {
            for (PlainBdd.Order order : PlainBdd.Order.values()) {
                double millis = millis(order, question, Duration.ofMillis((long) (MUCH_LONGER * least) + 1));
                if (millis < least) {
                    least = millis;
                    best = order;
                }
            }
        }
        return best;
    }

    private static double millis(PlainBdd.Order order, Question question, Duration most) {
        try {
            return Timing.meanOf(TRIES, () -> {
                PlainBdd bdd = new PlainBdd(order, most);
                return () -> bdd.ask(question.theirs());
            }).millis();
        } catch (PlainBdd.GaveUp e) {
            return Double.MAX_VALUE;
        }
    }

    private static long answer(PlainBdd.Order order, Question question) {
        return new PlainBdd(order, MOST).ask(question.theirs());
    }

    private static List<Question> questions(RuleShape shape, int size) {
        LargePolicy policy = LargePolicy.of(shape, size, 1);
        Environment before = policy.environment();
        Environment after = EditedPolicy.of(policy, EDITED, 99).policy().environment();
        List<PlainBdd.Rules> rules = PlainBdd.read(before, after);
        FirewallFunction was = function(before);
        Layer first = was.layer();
        Layer second = function(after).layer();
        return List.of(
                new Question("do they differ?", bdd -> bdd.differ(rules.getFirst(), rules.getLast()) ? 1L : 0L,
                        () -> EnvironmentDiff.isNone(first, second) ? 0 : 1),
                new Question("which rules never decide?", bdd -> bdd.neverDeciding(rules.getFirst()),
                        () -> neverDeciding(was.rulings())));
    }

    private static FirewallFunction function(Environment environment) {
        return FirewallFunction.of(new Views(environment).firewall(environment.firewalls().getFirst()), true);
    }

    private static long neverDeciding(FirewallRulings rulings) {
        int first = rulings.beforeRules().size();
        int behind = rulings.behindRules().size();
        List<Ruling> all = rulings.inOrder();
        return CoveredRulings.in(all).get(first, all.size() - behind).cardinality();
    }

    /// Both sides are asked for as long.
    private static void warmUp(Question question, PlainBdd.Order order, Duration each) {
        ask(() -> answer(order, question), each);
        ask(question.ours(), each);
    }

    private static void ask(LongSupplier question, Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Timing.of(question);
        }
    }

    /// @return whether the diagram answers
    private boolean print(RuleShape shape, int size, Question question, PlainBdd.Order order) {
        Timing[] ours = new Timing[TURNS];
        Timing[] theirs = new Timing[TURNS];
        long nodes = 0;
        int turns = TURNS;
        try {
            warmUp(question, order, size == SIZES[0] ? FIRST_WARM_UP : WARM_UP);
            for (int turn = 0; turn < turns; turn++) {
                List<PlainBdd> last = new ArrayList<>();
                theirs[turn] = Timing.meanOf(MOST_TIMES, () -> {
                    PlainBdd bdd = new PlainBdd(order, MOST);
                    last.clear();
                    last.add(bdd);
                    return () -> bdd.ask(question.theirs());
                });
                nodes = last.getFirst().nodes();
                last.clear();
                ours[turn] = Timing.meanOf(MOST_TIMES, question::ours);
                turns = theirs[turn].millis() > LONG_MILLIS ? turn + 1 : turns;
            }
        } catch (PlainBdd.GaveUp e) {
            double our = Timing.medianOf(TURNS, question.ours()).millis();
            lines.say("| %s | %d | %s | gave up after %d s: %s | %.1f | | | %s | |", shape, size, question.text(),
                    MOST.toSeconds(), e.why(), our, order);
            return false;
        }
        Timing their = Timing.median(Arrays.copyOf(theirs, turns));
        Timing our = Timing.median(Arrays.copyOf(ours, turns));
        lines.say("| %s | %d | %s | %.1f | %.1f | **%.1f** | %d | %s | %s |", shape, size, question.text(),
                their.millis(), our.millis(), their.millis() / our.millis(), nodes, order,
                their.answer() == our.answer() ? "yes" : "**no**: " + their.answer() + " and " + our.answer());
        return true;
    }
}
