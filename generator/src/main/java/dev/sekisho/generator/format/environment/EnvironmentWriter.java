package dev.sekisho.generator.format.environment;

import dev.sekisho.generator.format.GeneratedMark;
import dev.sekisho.model.environment.Environment;

/// Writes an environment in one format. The same environment gives the same bytes.
public interface EnvironmentWriter {
    /// Writes what the format can hold, and names the rest.
    ///
    /// A resource is written as a whole or not at all. What Azure assigns or learns by itself (addresses of a firewall,
    /// learned routes, service tags) is refused where the format has no place for it, and what belongs to is written.
    ///
    /// @param name what the environment is called
    /// @param mark the line by which the files are known as ours
    Conversion write(Environment environment, String name, GeneratedMark mark);
}
