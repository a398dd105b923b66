package dev.sekisho.model.io.shape;

/// A resource type that is read.
///
/// @param type provider and type in the spelling of Azure's API
/// @param count the name under which reports count such resources
public record ResourceKind(String type, Shape shape, String count) {
    @Override
    public String toString() {
        return type;
    }
}
