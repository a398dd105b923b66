package dev.sekisho.model.io.environment;

import dev.sekisho.model.environment.GeneratedText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The files of a folder that say once more what a generated environment among them says.
///
/// `generate` writes one deployment in several formats. Somebody who gives the whole folder means the deployment, not
/// several deployments of the same names. A rendering is passed over only where the environment of the same run is
/// there; alone, it is read like any other file.
final class OwnRenderings {
    private static final int LOOKED_AT = 4096;
    private static final Pattern ENVIRONMENT = Pattern
            .compile("^kind: " + EnvironmentDocument.KIND + "$", Pattern.MULTILINE);

    private final Set<Path> renderings = new HashSet<>();

    private OwnRenderings() {}

    /// Looks at the first kilobytes of each file.
    static OwnRenderings of(List<Path> files) {
        OwnRenderings result = new OwnRenderings();
        Map<Path, String> others = new HashMap<>();
        Set<String> environments = new HashSet<>();
        for (Path file : files) {
            String start = start(file);
            Optional<String> origin = GeneratedText.origin(start);
            if (origin.isPresent() && ENVIRONMENT.matcher(start).find()) {
                environments.add(origin.get());
            } else {
                origin.ifPresent(text -> others.put(file, text));
            }
        }
        others.forEach((file, origin) -> {
            if (environments.contains(origin)) {
                result.renderings.add(file);
            }
        });
        return result;
    }

    boolean include(Path file) {
        return renderings.contains(file);
    }

    /// A file that cannot be opened starts with nothing, which the reader of all of it will explain.
    private static String start(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
