package dev.sekisho.model.io.arm.expression;

/// Ends the evaluation of one function or access that Azure would refuse too. Never leaves the evaluator, which makes
/// a diagnostic of it.
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String problem;

    public Refusal(String problem) {
        super(problem, null, false, false);
        this.problem = problem;
    }

    /// What is wrong, as a part of a sentence.
    public String problem() {
        return problem;
    }
}
