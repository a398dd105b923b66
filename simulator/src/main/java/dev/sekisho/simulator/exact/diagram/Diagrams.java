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
    private final int mostEdges;
    private final int mostPairs = share(BYTES_FOR_A_PAIR);
    private int pairs;
    private int[] axisOf = new int[1 << 10];
    private int[] firstEdge = new int[1 << 10];
    private int[] ends = new int[1 << 12];
    private int[] targets = new int[1 << 12];
    private int nodes;
    private int edges;
    private int[] unique = new int[1 << 11];

    /// Starts without nodes.
    ///
    /// @param sizes how many indices each axis has, at least one
    public Diagrams(int... sizes) {
        this(share(BYTES_FOR_AN_EDGE), sizes);
    }

    Diagrams(int mostEdges, int[] sizes) {
        this.sizes = sizes.clone();
        this.mostEdges = mostEdges;
        Arrays.fill(unique, -1);
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
        return diagram < 0 ? sizes.length : axisOf[diagram];
    }

    /// Returns the number of edges of all nodes: what the diagrams take.
    public int edges() {
        return edges;
    }

    int edgeCount(int node) {
        return firstEdge[node + 1] - firstEdge[node];
    }

    int end(int node, int edge) {
        return ends[firstEdge[node] + edge];
    }

    int target(int node, int edge) {
        return targets[firstEdge[node] + edge];
    }

    /// Returns the diagram that a node leads to for the first index of its axis.
    public int first(int node) {
        return target(node, 0);
    }

    /// Returns the diagrams that a node leads to, in the order of its axis.
    public int[] targets(int node) {
        return Arrays.copyOfRange(targets, firstEdge[node], firstEdge[node + 1]);
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
            int low = firstEdge[here];
            int high = firstEdge[here + 1] - 1;
            int wanted = point[axisOf[here]];
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ends[middle] < wanted) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            here = targets[low];
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
            diagram = node(axis, built);
        }
        return diagram;
    }

    /// Edges of a node in the making; a neighbour that leads to the same diagram is joined.
    static final class Edges {
        private final int[] ends;
        private final int[] targets;
        private int count;

        Edges(int most) {
            this.ends = new int[most];
            this.targets = new int[most];
        }

        void add(int end, int target) {
            if (count > 0 && targets[count - 1] == target) {
                ends[count - 1] = end;
            } else {
                ends[count] = end;
                targets[count++] = target;
            }
        }
    }

    int node(int axis, Edges built) {
        if (built.count == 1) {
            return built.targets[0];
        }
        int slot = find(axis, built);
        if (unique[slot] >= 0) {
            return unique[slot];
        }
        if ((long) edges + built.count > mostEdges) {
            throw new TooLarge("the decision diagram would have more than " + mostEdges + " edges");
        }
        reserve(built.count);
        axisOf[nodes] = axis;
        System.arraycopy(built.ends, 0, ends, edges, built.count);
        System.arraycopy(built.targets, 0, targets, edges, built.count);
        edges += built.count;
        unique[slot] = nodes++;
        firstEdge[nodes] = edges;
        if (nodes * 2 > unique.length) {
            rehash();
        }
        return nodes - 1;
    }

    private void reserve(int more) {
        if (nodes + 2 > axisOf.length) {
            axisOf = Arrays.copyOf(axisOf, 2 * axisOf.length);
            firstEdge = Arrays.copyOf(firstEdge, 2 * firstEdge.length);
        }
        while (edges + more > ends.length) {
            ends = Arrays.copyOf(ends, 2 * ends.length);
            targets = Arrays.copyOf(targets, 2 * targets.length);
        }
    }

    private int find(int axis, Edges built) {
        int hash = axis;
        for (int i = 0; i < built.count; i++) {
            hash = mix(hash, built.ends[i], built.targets[i]);
        }
        int slot = spread(hash) & unique.length - 1;
        while (unique[slot] >= 0 && !isEqual(unique[slot], axis, built)) {
            slot = slot + 1 & unique.length - 1;
        }
        return slot;
    }

    private boolean isEqual(int node, int axis, Edges built) {
        int from = firstEdge[node];
        int to = firstEdge[node + 1];
        return axisOf[node] == axis && to - from == built.count
                && Arrays.equals(ends, from, to, built.ends, 0, built.count)
                && Arrays.equals(targets, from, to, built.targets, 0, built.count);
    }

    private void rehash() {
        unique = new int[4 * unique.length];
        Arrays.fill(unique, -1);
        for (int node = 0; node < nodes; node++) {
            int hash = axisOf[node];
            for (int i = firstEdge[node]; i < firstEdge[node + 1]; i++) {
                hash = mix(hash, ends[i], targets[i]);
            }
            int slot = spread(hash) & unique.length - 1;
            while (unique[slot] >= 0) {
                slot = slot + 1 & unique.length - 1;
            }
            unique[slot] = node;
        }
    }

    private static int mix(int hash, int end, int target) {
        return (hash * 31 + end) * 0x9E3779B1 + target;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x85EBCA6B;
        return mixed ^ mixed >>> 15;
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
            return node(axis, built);
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
        return node(axis, built);
    }

    /// Returns what a diagram is for one index of an axis: the same function without that axis.
    public int slice(int diagram, int axis, int index) {
        return slice(diagram, axis, index, new HashMap<>());
    }

    private int slice(int diagram, int axis, int index, Map<Integer, Integer> known) {
        if (axis(diagram) > axis) {
            return diagram;
        }
        if (axisOf[diagram] == axis) {
            int edge = 0;
            while (end(diagram, edge) < index) {
                edge++;
            }
            return target(diagram, edge);
        }
        Integer before = known.get(diagram);
        if (before != null) {
            return before;
        }
        Edges built = new Edges(edgeCount(diagram));
        for (int i = 0; i < edgeCount(diagram); i++) {
            built.add(end(diagram, i), slice(target(diagram, i), axis, index, known));
        }
        int result = node(axisOf[diagram], built);
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
        int result = node(others.axisOf[diagram], built);
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
        int result = node(axisOf[diagram], built);
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
        if (axisOf[diagram] >= fromAxis) {
            result = ~values.applyAsInt(diagram);
        } else {
            Edges built = new Edges(edgeCount(diagram));
            for (int i = 0; i < edgeCount(diagram); i++) {
                built.add(end(diagram, i), summarise(target(diagram, i), fromAxis, values, constants, known));
            }
            result = node(axisOf[diagram], built);
        }
        known.put(diagram, result);
        return result;
    }
}
