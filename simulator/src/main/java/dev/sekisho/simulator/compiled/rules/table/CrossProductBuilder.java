package dev.sekisho.simulator.compiled.rules.table;

import dev.sekisho.simulator.compiled.rules.field.ClassSet;
import dev.sekisho.simulator.compiled.rules.row.RowNumbers;
import dev.sekisho.simulator.compiled.rules.row.Winners;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Makes a [CrossProduct], or gives up as soon as it would become larger than allowed.
///
/// Rules that cover few pairs of classes become exceptions where that makes the cells smaller; the others tell fewer
/// classes apart, so the base is small.
public final class CrossProductBuilder {
    /// Cells that take no more than this have no need of exceptions.
    private static final long FEW_BYTES = 1 << 15;
    /// What cells of the classes themselves may take: half of the core's second cache.
    private static final long DIRECT_BYTES = 1 << 19;
    /// Cells have 16 bits.
    private static final int MOST_ROWS = 1 << Character.SIZE;
    /// Half a second's, about.
    private static final long MOST_DECISIONS = 1L << 26;

    private final int[] indexes;
    private final FieldClasses sources;
    private final FieldClasses destinations;
    private final FieldClasses services;
    private final RowNumbers rows;
    private final long mostBytes;

    private CrossProductBuilder(int[] indexes, FieldClasses sources, FieldClasses destinations, FieldClasses services,
            long mostBytes) {
        this.indexes = indexes;
        this.sources = sources;
        this.destinations = destinations;
        this.services = services;
        this.rows = new RowNumbers(services.count, indexes.length == 0 ? 0 : indexes[indexes.length - 1],
                new RowNumbers.Limits(MOST_ROWS, Integer.MAX_VALUE, Integer.MAX_VALUE, mostBytes, MOST_DECISIONS));
        this.mostBytes = mostBytes;
    }

    /// Builds the table of some rules.
    ///
    /// @param indexes the answers for the rules, ascending
    /// @param cubes what the rules match, in the same order
    /// @param mostBytes what the table may take; nothing is returned where it does not suffice
    public static Optional<CrossProduct> build(ClassCounts counts, int[] indexes, List<Cube> cubes, long mostBytes) {
        FieldClasses sources = FieldClasses.of(counts.sources(), cubes.stream().map(Cube::sources).toList());
        FieldClasses destinations = FieldClasses.of(counts.destinations(),
                cubes.stream().map(Cube::destinations).toList());
        FieldClasses services = FieldClasses.of(counts.services(), cubes.stream().map(Cube::services).toList());
        if (sources.areTooMany() || destinations.areTooMany() || services.areTooMany()) {
            return Optional.empty();
        }
        return new CrossProductBuilder(indexes, sources, destinations, services, mostBytes).build();
    }

    private Optional<CrossProduct> build() {
        long dense = (long) sources.count * destinations.count * Character.BYTES;
        Split split = Split.smallest(sources, destinations);
        if (Math.min(dense, split.bytes()) > mostBytes) {
            return Optional.empty();
        }
        long direct = (long) sources.merged.length * destinations.merged.length * Character.BYTES;
        Optional<? extends Cells> cells = direct <= Math.min(DIRECT_BYTES, mostBytes) ? directCells()
                : dense <= Math.max(FEW_BYTES, split.bytes()) ? denseCells()
                        : displacedCells(split.exceptions(), split.others());
        return cells.flatMap(found -> rows.compile(services.isWhole() ? Winners.SAME : services.merged)
                .map(winners -> new CrossProduct(indexes.length == 0 ? 0 : indexes[0], found, winners)));
    }

    private Optional<DenseTable> denseTable() {
        List<ClassSet> covered = IntStream.range(0, indexes.length).mapToObj(services::set).toList();
        return DenseTable.fill(sources, destinations, indexes, covered, rows);
    }

    private Optional<DirectCells> directCells() {
        return denseTable().map(table -> {
            int destinationCount = destinations.merged.length;
            char[] cells = new char[sources.merged.length * destinationCount];
            for (int cell = 0; cell < cells.length; cell++) {
                cells[cell] = table.cells()[sources.merged[cell / destinationCount] * destinations.count
                        + destinations.merged[cell % destinationCount]];
            }
            return new DirectCells(destinationCount, cells);
        });
    }

    private Optional<DenseCells> denseCells() {
        return denseTable().map(table -> {
            int[] lines = new int[sources.merged.length];
            Arrays.setAll(lines, source -> sources.merged[source] * destinations.count);
            return new DenseCells(lines, destinations.merged, table.cells());
        });
    }

    private Optional<DisplacedCells> displacedCells(int[] exceptions, int[] others) {
        FieldClasses baseSources = FieldClasses.of(sources.count,
                Arrays.stream(others).mapToObj(sources::set).toList());
        FieldClasses baseDestinations = FieldClasses.of(destinations.count,
                Arrays.stream(others).mapToObj(destinations::set).toList());
        int[] baseIndexes = Arrays.stream(others).map(rule -> indexes[rule]).toArray();
        Optional<DenseTable> base = DenseTable.fill(baseSources, baseDestinations, baseIndexes,
                Arrays.stream(others).mapToObj(services::set).toList(), rows);
        return base.flatMap(table -> ExceptionTable.fill(exceptions, sources, destinations, services, indexes,
                (source, destination) -> table.cells()[baseSources.merged[source] * baseDestinations.count
                        + baseDestinations.merged[destination]],
                rows).map(found -> displaced(table, found)));
    }

    private DisplacedCells displaced(DenseTable base, ExceptionTable exceptions) {
        Displacement places = Displacement.of(exceptions.lines(), exceptions.columns(), destinations.count);
        int[] laid = new int[places.length()];
        Arrays.fill(laid, -1);
        for (int source = 0; source < sources.count; source++) {
            for (int i = exceptions.lines()[source]; i < exceptions.lines()[source + 1]; i++) {
                int column = exceptions.columns()[i];
                laid[places.starts()[source] + column] = column << Character.SIZE | exceptions.rows()[i];
            }
        }
        long[] lines = new long[sources.merged.length];
        Arrays.setAll(lines, source -> (long) base.sources().merged[sources.merged[source]]
                * base.destinations().count << Integer.SIZE | places.starts()[sources.merged[source]]);
        int[] columns = new int[destinations.merged.length];
        Arrays.setAll(columns, destination -> destinations.merged[destination] << Character.SIZE
                | base.destinations().merged[destinations.merged[destination]]);
        return new DisplacedCells(lines, columns, laid, base.cells());
    }
}
