package dev.sekisho.generator.format.readback;

import java.util.Map;

/// A resource that a generated file deploys, in the names of Azure's API, with parameters at their presets. The id of
/// another resource is written `id:` and its type and name.
///
/// @param name full name with the parents' names, separated by slashes
record Deployed(String type, String name, Map<String, Object> properties) {
    static String id(String type, String name) {
        return "id:" + type + "/" + name;
    }
}
