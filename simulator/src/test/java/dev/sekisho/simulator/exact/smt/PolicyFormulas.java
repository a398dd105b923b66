package dev.sekisho.simulator.exact.smt;

import com.microsoft.z3.BitVecExpr;
import com.microsoft.z3.BitVecNum;
import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.CharSort;
import com.microsoft.z3.Context;
import com.microsoft.z3.Expr;
import com.microsoft.z3.Model;
import com.microsoft.z3.SeqSort;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import dev.sekisho.model.address.IpAddress;
import dev.sekisho.model.address.Ipv4Address;
import dev.sekisho.model.traffic.Flow;
import dev.sekisho.simulator.exact.space.FlowKind;
import dev.sekisho.simulator.exact.space.FlowSpace;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// What a [SmallPolicy] lets through, as formulas over the bits of a flow and the text of its name. Nothing here knows the exact
/// analysis: rules are read as Azure documents them (`FW-1`, `FW-2`, `FW-15`, `FW-29` to `FW-35`).
final class PolicyFormulas implements AutoCloseable {
    private static final List<FlowKind> KINDS = List.of(FlowKind.UDP, FlowKind.TCP, FlowKind.HTTP, FlowKind.HTTPS,
            FlowKind.MSSQL);
    private static final List<String> HOST = List.of("168.63.129.16/32", "169.254.169.254/32");

    private final Context context = new Context();
    private final BitVecExpr source = context.mkBVConst("source", 32);
    private final BitVecExpr destination = context.mkBVConst("destination", 32);
    private final BitVecExpr port = context.mkBVConst("port", 16);
    private final BitVecExpr kind = context.mkBVConst("kind", 3);
    private final BoolExpr named = context.mkBoolConst("named");
    private final Expr<SeqSort<CharSort>> name = context.mkConst("name", context.getStringSort());

    @Override
    public void close() {
        context.close();
    }

    /// Returns a flow that one policy lets through and the other does not.
    Optional<Flow> difference(SmallPolicy one, SmallPolicy other) {
        return example(context.mkXor(allowed(one), allowed(other)));
    }

    /// Returns a flow that a rule decides about.
    Optional<Flow> decidedBy(SmallPolicy policy, int rule) {
        BoolExpr open = context.mkTrue();
        for (int i = 0; i < rule; i++) {
            open = context.mkAnd(open, context.mkNot(matches(policy.rules().get(i))));
        }
        return example(context.mkAnd(open, matches(policy.rules().get(rule))));
    }

    private BoolExpr allowed(SmallPolicy policy) {
        BoolExpr allowed = context.mkFalse();
        for (SmallPolicy.Rule rule : policy.rules().reversed()) {
            allowed = (BoolExpr) context.mkITE(matches(rule), context.mkBool(rule.allows()), allowed);
        }
        return allowed;
    }

    private BoolExpr matches(SmallPolicy.Rule rule) {
        BoolExpr from = any(rule.sources().stream().map(prefix -> inside(source, prefix)).toList());
        if (rule.network()) {
            return context.mkAnd(from,
                    any(rule.targets().stream().map(prefix -> inside(destination, prefix)).toList()),
                    any(rule.protocols().stream().map(protocol -> protocol.equals("UDP") ? is(FlowKind.UDP)
                            : context.mkNot(is(FlowKind.UDP))).toList()),
                    between(rule.ports()));
        }
        FlowKind spoken = FlowKind.valueOf(rule.protocols().getFirst().toUpperCase(Locale.ROOT));
        return context.mkAnd(from, is(spoken), between(rule.ports()), named,
                any(rule.targets().stream().map(this::fits).toList()));
    }

    private BoolExpr any(List<BoolExpr> formulas) {
        return context.mkOr(formulas.toArray(BoolExpr[]::new));
    }

    private BoolExpr is(FlowKind wanted) {
        return context.mkEq(kind, context.mkBV(KINDS.indexOf(wanted), 3));
    }

    private BoolExpr inside(BitVecExpr address, String prefix) {
        String[] parts = prefix.split("/");
        int length = Integer.parseInt(parts[1]);
        int bits = ((Ipv4Address) IpAddress.parse(parts[0])).bits();
        if (length == 0) {
            return context.mkTrue();
        }
        return context.mkEq(context.mkExtract(31, 32 - length, address), context.mkExtract(31, 32 - length,
                context.mkBV(Integer.toUnsignedLong(bits), 32)));
    }

    private BoolExpr between(String ports) {
        String[] ends = ports.split("-");
        return context.mkAnd(context.mkBVUGE(port, context.mkBV(Integer.parseInt(ends[0]), 16)),
                context.mkBVULE(port, context.mkBV(Integer.parseInt(ends[ends.length - 1]), 16)));
    }

    private BoolExpr fits(String pattern) {
        return pattern.startsWith("*") ? context.mkSuffixOf(context.mkString(pattern.substring(1)), name)
                : context.mkEq(name, context.mkString(pattern));
    }

    /// Names are of letters and dots, begin with a letter, and have no empty label.
    private Optional<Flow> example(BoolExpr wanted) {
        Solver solver = context.mkSolver();
        var letter = context.mkRange(context.mkString("a"), context.mkString("z"));
        var label = context.mkPlus(letter);
        var host = context.mkConcat(label, context.mkStar(context.mkConcat(context.mkToRe(context.mkString(".")),
                label)));
        solver.add(wanted, context.mkInRe(name, host), context.mkLe(context.mkLength(name), context.mkInt(60)),
                context.mkBVULT(kind, context.mkBV(KINDS.size(), 3)));
        HOST.forEach(address -> solver.add(context.mkNot(inside(destination, address))));
        return switch (solver.check()) {
            case SATISFIABLE -> Optional.of(flow(solver.getModel()));
            case UNSATISFIABLE -> Optional.empty();
            case UNKNOWN -> throw new IllegalStateException(solver.getReasonUnknown());
        };
    }

    private Flow flow(Model model) {
        boolean shown = model.eval(named, true).isTrue();
        return FlowSpace.flow(new Ipv4Address((int) number(model, source)),
                new Ipv4Address((int) number(model, destination)), KINDS.get((int) number(model, kind)),
                OptionalInt.of((int) number(model, port)),
                shown ? Optional.of(model.eval(name, true).getString()) : Optional.empty(), "/");
    }

    private static long number(Model model, BitVecExpr variable) {
        return ((BitVecNum) model.eval(variable, true)).getLong();
    }
}
