package dev.sekisho.simulator.compiled.way;

import java.util.List;
import java.util.Optional;

/// What comes next, for every [Way] or every [Leg] by its number, in arrays for the hot path.
///
/// @param kinds one of the constants
/// @param targets the firewall that is asked, or the subnet whose security groups are
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record NextSteps(byte[] kinds, int[] targets) {
    public static final byte END = 0;
    public static final byte OPEN = 1;
    public static final byte ASK = 2;
    public static final byte DELIVER = 3;

    /// What comes after each way.
    public static NextSteps ofWays(List<Way> ways) {
        NextSteps steps = new NextSteps(new byte[ways.size()], new int[ways.size()]);
        for (int i = 0; i < ways.size(); i++) {
            switch (ways.get(i).next()) {
                case Way.Next.End _ -> steps.kinds[i] = END;
                case Way.Next.Open _ -> steps.kinds[i] = OPEN;
                case Way.Next.Ask(int firewall) -> {
                    steps.kinds[i] = ASK;
                    steps.targets[i] = firewall;
                }
                case Way.Next.Deliver(Optional<Integer> subnet) -> steps.deliver(i, subnet);
            }
        }
        return steps;
    }

    /// What comes after each leg.
    public static NextSteps ofLegs(List<Leg> legs) {
        NextSteps steps = new NextSteps(new byte[legs.size()], new int[legs.size()]);
        for (int i = 0; i < legs.size(); i++) {
            if (legs.get(i).open()) {
                steps.kinds[i] = OPEN;
            } else {
                steps.deliver(i, legs.get(i).gate());
            }
        }
        return steps;
    }

    private void deliver(int place, Optional<Integer> gate) {
        kinds[place] = gate.isPresent() ? DELIVER : END;
        targets[place] = gate.orElse(0);
    }
}
