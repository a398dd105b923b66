package dev.sekisho.benchmarks.contest;

import dev.sekisho.benchmarks.work.JavaSide;
import java.nio.file.Path;
import java.util.List;

/// A program that answers the questions of a [Row].
///
/// @param name what the tables call it
/// @param language what it is written in
/// @param work the program of that language: a file below `src/peers`, or a work of [JavaSide]
/// @param inputs the files that it reads
/// @param threads how many threads answer all questions at once
public record Contestant(String name, Language language, String work, List<Path> inputs, int threads) {

    /// What a program is written in, and so how it is started.
    public enum Language {
        C, JAVA
    }

    public Contestant {
        inputs = List.copyOf(inputs);
    }

    /// The peer that is a program in C.
    public static Contestant inC(String work, Path... inputs) {
        return new Contestant(work, Language.C, work, List.of(inputs), 1);
    }

    /// One of our programs.
    public static Contestant ours(String work, Path... inputs) {
        return new Contestant("sekisho", Language.JAVA, work, List.of(inputs), 1);
    }

    /// A library in Java.
    public static Contestant library(String work, Path... inputs) {
        return new Contestant(work, Language.JAVA, work, List.of(inputs), 1);
    }

    /// The same on several threads, called otherwise.
    public Contestant onThreads(String called, int number) {
        return new Contestant(called, language, work, inputs, number);
    }

    /// Whether one process may stand for both.
    boolean sameProgram(Contestant other) {
        return language == other.language && work.equals(other.work) && inputs.equals(other.inputs);
    }
}
