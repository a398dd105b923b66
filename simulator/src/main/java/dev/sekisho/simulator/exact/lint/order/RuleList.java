package dev.sekisho.simulator.exact.lint.order;

import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.decision.Outcome;
import dev.sekisho.simulator.exact.decision.Ruling;
import dev.sekisho.simulator.exact.diagram.Cover;
import dev.sekisho.simulator.exact.diagram.IndexBox;
import dev.sekisho.simulator.exact.diagram.Neighbours;
import dev.sekisho.simulator.exact.firewall.FirewallRulings;
import dev.sekisho.simulator.exact.firewall.FirewallRulings.RuleRuling;
import dev.sekisho.simulator.exact.space.FlowSpace;
import dev.sekisho.simulator.exact.space.Region;
import dev.sekisho.simulator.verdict.PathResult;
import dev.sekisho.simulator.verdict.Stage;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What decides in one firewall, numbered in order: first what decides before the rules, then the rules, then what decides
/// behind them. Each number has the boxes of the flows that it is about.
final class RuleList {
    private final FlowSpace space;
    private final List<RuleRuling> rules;
    private final List<Ruling> all;
    private final int firstRule;
    private final PathResult[] results;
    private final List<List<IndexBox>> boxes = new ArrayList<>();
    private final Neighbours neighbours;
    /// Rules that decide about no flow are taken out when that is found.
    private final BitSet deciding = new BitSet();
    private final BitSet applicationRules = new BitSet();
    private final boolean applicationRulesDeny;

    RuleList(FlowSpace space, FirewallRulings rulings) {
        this.space = space;
        this.rules = rulings.rules();
        this.all = rulings.inOrder();
        this.firstRule = rulings.beforeRules().size();
        all.forEach(ruling -> boxes.add(ruling.regions().stream().map(space::box).filter(box -> !box.isEmpty())
                .toList()));
        this.neighbours = new Neighbours(boxes, FlowSpace.PATH);
        deciding.set(0, all.size());
        this.results = all.stream().map(ruling -> ruling.outcome().result()).toArray(PathResult[]::new);
        for (int rule = 0; rule < rules.size(); rule++) {
            applicationRules.set(number(rule), rules.get(rule).stage() == Stage.APPLICATION);
        }
        this.applicationRulesDeny = applicationRules.stream().anyMatch(rule -> result(rule) == PathResult.DENY);
    }

    int size() {
        return rules.size();
    }

    RuleRuling rule(int rule) {
        return rules.get(rule);
    }

    /// Returns the number of a rule among all that decides.
    int number(int rule) {
        return firstRule + rule;
    }

    /// Returns the rule of a number, where it is one.
    OptionalInt ruleOf(int number) {
        int rule = number - firstRule;
        return rule >= 0 && rule < rules.size() ? OptionalInt.of(rule) : OptionalInt.empty();
    }

    boolean isRule(int number) {
        return ruleOf(number).isPresent();
    }

    Outcome outcome(int number) {
        return all.get(number).outcome();
    }

    PathResult result(int number) {
        return results[number];
    }

    /// Returns the boxes of the flows that a number is about.
    List<IndexBox> boxes(int number) {
        return boxes.get(number);
    }

    /// Returns the boxes of the flows that a number is about and that are in a region which the space knows.
    List<IndexBox> within(int number, Region region) {
        IndexBox area = space.box(region);
        return boxes.get(number).stream().map(area::intersection).filter(box -> !box.isEmpty()).toList();
    }

    /// Returns the boxes that some numbers are about, in a list of the caller's own.
    List<IndexBox> boxes(List<Integer> numbers) {
        List<IndexBox> found = new ArrayList<>();
        numbers.forEach(number -> found.addAll(boxes.get(number)));
        return found;
    }

    /// Notes that a rule decides about no flow.
    void decidesNothing(int rule) {
        deciding.clear(number(rule));
    }

    boolean decides(int rule) {
        return deciding.get(number(rule));
    }

    /// Returns what decides before a number about flows that it may be about too, in order.
    List<Integer> earlier(int number) {
        return members(meeting(number), 0, number);
    }

    /// Returns what would decide behind a number about flows that it may be about too, in order.
    List<Integer> later(int number) {
        return members(meeting(number), number + 1, all.size());
    }

    /// Returns what stands behind a number and may be about flows of it too, in order, rules that never decide among them.
    List<Integer> behind(int number) {
        return members(neighbours.of(number), number + 1, all.size());
    }

    /// Returns the application rules that may be about flows of a number, in order, those that never decide too.
    List<Integer> applicationRules(int number) {
        BitSet meeting = neighbours.of(number);
        meeting.and(applicationRules);
        return members(meeting, 0, all.size());
    }

    /// Tells whether an application rule denies anything.
    boolean applicationRulesDeny() {
        return applicationRulesDeny;
    }

    private BitSet meeting(int number) {
        BitSet meeting = neighbours.of(number);
        meeting.and(deciding);
        return meeting;
    }

    private static List<Integer> members(BitSet set, int from, int to) {
        List<Integer> members = new ArrayList<>();
        for (int member = set.nextSetBit(from); member >= 0 && member < to; member = set.nextSetBit(member + 1)) {
            members.add(member);
        }
        return members;
    }

    /// Returns the boxes of the flows that two numbers are both about.
    List<IndexBox> common(int one, int other) {
        List<IndexBox> common = new ArrayList<>();
        for (IndexBox box : boxes.get(one)) {
            boxes.get(other).stream().filter(box::overlaps).map(box::intersection).forEach(common::add);
        }
        return common;
    }

    /// Starts with the flows that a number is about.
    Remains flows(int number) {
        return new Remains(space.diagrams(), boxes.get(number));
    }

    /// Starts with some flows.
    Remains flows(List<IndexBox> bounds) {
        return new Remains(space.diagrams(), bounds);
    }

    /// Returns one flow of a set that is not empty.
    Optional<Flow> example(Remains remains, int set) {
        return new Cover(remains.diagrams()).firstBox(set).map(space::example);
    }

    Flow example(int[] point) {
        return space.example(IndexBox.of(point));
    }
}
