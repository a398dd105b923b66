package dev.sekisho.benchmarks.growth;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/// `sekisho simulate` as a user runs it, on a file of flows of the sample `private-cluster`.
///
/// @param launcher the command `sekisho`
/// @param environment what the flows go through
/// @param folder where flows and records go
record Simulation(Path launcher, Path environment, Path folder) {
    private static final List<String> NAMES = List.of("mcr.microsoft.com", "management.azure.com",
            "login.microsoftonline.com", "packages.microsoft.com", "packages.aks.azure.com",
            "eastus.data.mcr.microsoft.com",
            "kv-payments-prod.vault.azure.net", "www.example.com", "telemetry.example.net", "github.com");
    private static final int[] PORTS = {443, 443, 443, 80, 53, 123, 1433, 5432, 6380, 22};

    /// Simulates so many flows: time for a flow with the start of the process, and the most memory that it took.
    GrowthPoint run(int flows) throws IOException, InterruptedException {
        Path file = folder.resolve("flows.csv");
        write(file, flows);
        Path records = folder.resolve("records.csv");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(launcher.toString(), "simulate", "--env", environment.toString(),
                file.toString(), "-o", records.toString(), "--force").redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(folder.resolve("errors.txt").toFile()).start();
        long peak = PeakMemory.until(process);
        double nanos = System.nanoTime() - start;
        if (process.exitValue() != 0) {
            throw new IOException("simulate fails: " + Files.readString(folder.resolve("errors.txt")));
        }
        Files.delete(file);
        Files.delete(records);
        return new GrowthPoint("flows", "simulate", flows, "sekisho", nanos / flows, nanos / flows, peak, 0);
    }

    /// Flows of the nodes: one in two to a name, the others inside the network and out.
    static void write(Path file, int flows) throws IOException {
        SplittableRandom random = new SplittableRandom(flows);
        try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            text.write("src,dst,protocol,port,fqdn\n");
            for (int i = 0; i < flows; i++) {
                int port = PORTS[random.nextInt(PORTS.length)];
                boolean named = (port == 443 || port == 80) && random.nextInt(3) > 0;
                String to = random.nextInt(4) == 0
                        ? "10." + random.nextInt(40, 44) + "." + random.nextInt(256) + "." + random.nextInt(1, 255)
                        : random.nextInt(1, 224) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                                + random.nextInt(1, 255);
                text.write("10.42.1." + random.nextInt(4, 250) + "," + to + ","
                        + (port == 53 || port == 123 ? "udp" : "tcp") + "," + port + ","
                        + (named ? NAMES.get(random.nextInt(NAMES.size())) : "") + "\n");
            }
        }
    }
}
