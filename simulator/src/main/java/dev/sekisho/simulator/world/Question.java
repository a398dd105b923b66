package dev.sekisho.simulator.world;

/// Something that matters and that nothing described can tell. Two questions with the same text are the same question.
///
/// @param ifYes the clause that holds if the answer is yes, such as `the service tag Sql contains 198.51.100.7`
/// @param ifNo the clause that holds if it is no
public record Question(String ifYes, String ifNo) {

    /// Returns the question whether a set contains something.
    public static Question contains(Object set, Object member) {
        return new Question(set + " contains " + member, set + " does not contain " + member);
    }

    String clause(boolean answer) {
        return answer ? ifYes : ifNo;
    }
}
