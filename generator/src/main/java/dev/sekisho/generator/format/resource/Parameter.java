package dev.sekisho.generator.format.resource;

import java.util.Locale;

/// Something that the operator may set when deploying.
///
/// @param name the name in camel case, as ARM and Bicep write it
/// @param description what it is, one sentence without a final stop
/// @param preset the value that holds where the operator sets none
public record Parameter(String name, String description, Preset preset) {
    /// What holds where the operator sets nothing.
    public sealed interface Preset {
        /// This text.
        record Text(String text) implements Preset {}

        /// The resource group that is deployed to.
        enum OwnResourceGroup implements Preset {
            OWN_RESOURCE_GROUP
        }

        /// Yes.
        enum Switch implements Preset {
            ON
        }

        /// Nothing: the operator has to say.
        enum Required implements Preset {
            REQUIRED
        }
    }

    /// Returns a parameter with a preset that may be changed.
    public static Parameter of(String name, String description, String preset) {
        return new Parameter(name, description, new Preset.Text(preset));
    }

    /// Returns a parameter that has to be set.
    public static Parameter required(String name, String description) {
        return new Parameter(name, description, Preset.Required.REQUIRED);
    }

    /// Tells whether the operator has to set it.
    public boolean isRequired() {
        return preset == Preset.Required.REQUIRED;
    }

    /// Returns the name in snake case, as Terraform writes it.
    public String snakeName() {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    /// Returns the name in upper-case snake case, as scripts write it.
    public String shellName() {
        return snakeName().toUpperCase(Locale.ROOT);
    }
}
