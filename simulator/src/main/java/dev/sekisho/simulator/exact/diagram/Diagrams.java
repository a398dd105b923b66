package dev.sekisho.simulator.exact.diagram;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/// Functions from points of several ordered finite axes to values, as diagrams in which equal functions are one number.
///
/// A diagram is a number: below zero it is the value `~number`, the same everywhere; from zero up it is a node. A node asks
/// for one axis and has edges in ascending order, each of which covers the indices behind the edge before it, up to its own
/// end. Axes are asked in their order, an axis that does not matter is left out, neighbouring edges lead to different
/// diagrams, and no two nodes are equal; so equal functions are equal numbers.
///
/// Nodes are never given back. Work is bounded: an operation that would go beyond the bounds ends in [TooLarge].
public final class Diagrams {
    private static final int MOST = 60_000_000;
    /// Bytes of the heap that there must be for each edge, and for each pair that an operation remembers.
    private static final int BYTES_FOR_AN_EDGE = 32;
    private static final int BYTES_FOR_A_PAIR = 48;

    private final int[] sizes;
    private final Nodes nodes;
    private final int mostPairs = share(BYTES_FOR_A_PAIR);
    private int pairs;

    /// Starts without nodes.
    ///
    /// @param sizes how many indices each axis has, at least one
    public Diagrams(int... sizes) {
        this(share(BYTES_FOR_AN_EDGE), sizes);
    }

    Diagrams(int mostEdges, int[] sizes) {
        this.sizes = sizes.clone();
        this.nodes = new Nodes(mostEdges);
    }

    private static int share(int bytes) {
        return (int) Math.min(MOST, Runtime.getRuntime().maxMemory() / bytes);
    }

    /// Returns the diagram that has the same value everywhere.
    public static int constant(int value) {
        return ~value;
    }

    /// Tells whether a diagram has the same value everywhere.
    public static boolean isConstant(int diagram) {
        return diagram < 0;
    }

    /// Returns the value of a diagram that has one everywhere.
    public static int value(int diagram) {
        return ~diagram;
    }

    /// Returns the number of axes.
    public int axes() {
        return sizes.length;
    }

    /// Returns the number of indices of an axis.
    public int size(int axis) {
        return sizes[axis];
    }

    /// Returns the axis that a diagram asks first, or the number of axes for a constant.
    public int axis(int diagram) {
        return diagram < 0 ? sizes.length : nodes.axis(diagram);
    }

    /// Returns the number of edges of all nodes: what the diagrams take.
    public int edges() {
        return nodes.edges();
    }

    int edgeCount(int node) {
        return nodes.edgeCount(node);
    }

    int end(int node, int edge) {
        return nodes.end(node, edge);
    }

    int target(int node, int edge) {
        return nodes.target(node, edge);
    }

    /// Returns the diagram that a node leads to for the first index of its axis.
    public int first(int node) {
        return target(node, 0);
    }

    /// Returns the diagrams that a node leads to, in the order of its axis.
    public int[] targets(int node) {
        return nodes.targets(node);
    }

    /// Returns the diagrams that a node leads to for some indices of its axis.
    public int[] targets(int node, IndexSet indices) {
        int[] found = new int[edgeCount(node)];
        int count = 0;
        int from = 0;
        int place = 0;
        for (int i = 0; i < edgeCount(node); i++) {
            while (place < indices.rangeCount() && indices.last(place) < from) {
                place++;
            }
            if (place < indices.rangeCount() && indices.first(place) <= end(node, i)) {
                found[count++] = target(node, i);
            }
            from = end(node, i) + 1;
        }
        return Arrays.copyOf(found, count);
    }

    /// Returns the value at a point.
    ///
    /// @param point an index for each axis
    public int at(int diagram, int[] point) {
        int here = diagram;
        while (here >= 0) {
            here = nodes.targetAt(here, point[nodes.axis(here)]);
        }
        return ~here;
    }

    /// Returns the diagram that has one value inside a box and another outside.
    public int box(IndexBox box, int inside, int outside) {
        int diagram = ~inside;
        for (int axis = sizes.length - 1; axis >= 0; axis--) {
            IndexSet set = box.on(axis);
            if (set.rangeCount() == 1 && set.first(0) == 0 && set.last(0) == sizes[axis] - 1) {
                continue;
            }
            Edges built = new Edges(2 * set.rangeCount() + 1);
            for (int i = 0; i < set.rangeCount(); i++) {
                if (set.first(i) > 0) {
                    built.add(set.first(i) - 1, ~outside);
                }
                built.add(set.last(i), diagram);
            }
            if (set.isEmpty() || set.last(set.rangeCount() - 1) < sizes[axis] - 1) {
                built.add(sizes[axis] - 1, ~outside);
            }
            diagram = nodes.node(axis, built);
        }
        return diagram;
    }

    /// Returns the diagram whose values are those of two others, combined.
    public int combine(int one, int other, Operation operation) {
        int clear = operation.shortcut(one, other);
        if (clear != Operation.NO_SHORTCUT) {
            return clear;
        }
        if (one < 0 && other < 0) {
            return ~operation.onValues(~one, ~other);
        }
        int known = operation.known().get(one, other);
        if (known != PairTable.ABSENT) {
            return known;
        }
        if (++pairs > mostPairs) {
            throw new TooLarge("more than " + mostPairs + " pairs of decisions would have to be compared");
        }
        int result = merge(one, other, operation);
        operation.known().put(one, other, result);
        return result;
    }

    private int merge(int one, int other, Operation operation) {
        int axis = Math.min(axis(one), axis(other));
        boolean both = axis(one) == axis(other);
        if (!both) {
            boolean first = axis(one) == axis;
            int node = first ? one : other;
            Edges built = new Edges(edgeCount(node));
            for (int i = 0; i < edgeCount(node); i++) {
                built.add(end(node, i), first
                        ? combine(target(node, i), other, operation)
                        : combine(one, target(node, i), operation));
            }
            return nodes.node(axis, built);
        }
        Edges built = new Edges(edgeCount(one) + edgeCount(other));
        int i = 0;
        int j = 0;
        while (i < edgeCount(one)) {
            int endOne = end(one, i);
            int endOther = end(other, j);
            built.add(Math.min(endOne, endOther), combine(target(one, i), target(other, j), operation));
            i += endOne <= endOther ? 1 : 0;
            j += endOther <= endOne ? 1 : 0;
        }
        return nodes.node(axis, built);
    }

    /// Returns what a diagram is for one index of an axis: the same function without that axis.
    public int slice(int diagram, int axis, int index) {
        return slice(diagram, axis, index, new HashMap<>());
    }

    private int slice(int diagram, int axis, int index, Map<Integer, Integer> known) {
        if (axis(diagram) > axis) {
            return diagram;
        }
        if (axis(diagram) == axis) {
            return nodes.targetAt(diagram, index);
        }
        Integer before = known.get(diagram);
        if (before != null) {
            return before;
        }
        Edges built = new Edges(edgeCount(diagram));
        for (int i = 0; i < edgeCount(diagram); i++) {
            built.add(end(diagram, i), slice(target(diagram, i), axis, index, known));
        }
        int result = nodes.node(axis(diagram), built);
        known.put(diagram, result);
        return result;
    }

    /// Returns a diagram of other diagrams over the same axes as one of these.
    public int copy(Diagrams others, int diagram) {
        return copy(others, diagram, new HashMap<>());
    }

    private int copy(Diagrams others, int diagram, Map<Integer, Integer> known) {
        if (diagram < 0) {
            return diagram;
        }
        Integer before = known.get(diagram);
        if (before != null) {
            return before;
        }
        Edges built = new Edges(others.edgeCount(diagram));
        for (int i = 0; i < others.edgeCount(diagram); i++) {
            built.add(others.end(diagram, i), copy(others, others.target(diagram, i), known));
        }
        int result = nodes.node(others.axis(diagram), built);
        known.put(diagram, result);
        return result;
    }

    /// Returns the diagram with other values in the place of its own.
    public int map(int diagram, IntUnaryOperator values) {
        return map(diagram, values, new HashMap<>());
    }

    private int map(int diagram, IntUnaryOperator values, Map<Integer, Integer> known) {
        if (diagram < 0) {
            return ~values.applyAsInt(~diagram);
        }
        Integer before = known.get(diagram);
        if (before != null) {
            return before;
        }
        Edges built = new Edges(edgeCount(diagram));
        for (int i = 0; i < edgeCount(diagram); i++) {
            built.add(end(diagram, i), map(target(diagram, i), values, known));
        }
        int result = nodes.node(axis(diagram), built);
        known.put(diagram, result);
        return result;
    }

    /// Returns the diagram without the axes from one on: each function of them becomes one value.
    ///
    /// @param values gives the value for a diagram that asks for those axes alone
    /// @param constants gives the value for a value that hangs on none of those axes
    public int summarise(int diagram, int fromAxis, IntUnaryOperator values, IntUnaryOperator constants) {
        return summarise(diagram, fromAxis, values, constants, new HashMap<>());
    }

    private int summarise(int diagram, int fromAxis, IntUnaryOperator values, IntUnaryOperator constants,
            Map<Integer, Integer> known) {
        if (diagram < 0) {
            return ~constants.applyAsInt(~diagram);
        }
        Integer before = known.get(diagram);
        if (before != null) {
            return before;
        }
        int result;
        if (axis(diagram) >= fromAxis) {
            result = ~values.applyAsInt(diagram);
        } else {
            Edges built = new Edges(edgeCount(diagram));
            for (int i = 0; i < edgeCount(diagram); i++) {
                built.add(end(diagram, i), summarise(target(diagram, i), fromAxis, values, constants, known));
            }
            result = nodes.node(axis(diagram), built);
        }
        known.put(diagram, result);
        return result;
    }
}
