package dev.coderev.model.safetensors;

import dev.coderev.model.MalformedFile;
import dev.coderev.model.json.Json;
import dev.coderev.model.json.JsonObject;
import dev.coderev.model.json.JsonWriter;
import dev.coderev.model.tensor.Tensor;
import dev.coderev.model.tensor.TensorSource;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tensors of a directory: {@code model.safetensors}, or shards with {@code
 * model.safetensors.index.json} that says which tensor lies where.
 */
public final class SafetensorsShards {

  private static final String SINGLE = "model.safetensors";
  private static final String INDEX = "model.safetensors.index.json";
  private static final Map<String, String> FROM_PYTORCH = Map.of("format", "pt");

  private SafetensorsShards() {}

  /** All tensors of a directory by name, mapped into {@code arena}. */
  public static SequencedMap<String, Tensor> open(Path directory, Arena arena) {
    Path index = directory.resolve(INDEX);
    if (Files.exists(index)) {
      return openShards(directory, index, arena);
    }
    Path single = directory.resolve(SINGLE);
    if (!Files.exists(single)) {
      throw new MalformedFile(directory, "holds neither " + SINGLE + " nor " + INDEX);
    }
    return SafetensorsFile.open(single, arena).tensors();
  }

  private static SequencedMap<String, Tensor> openShards(Path directory, Path index, Arena arena) {
    Map<String, String> places = places(index);
    var tensors = new LinkedHashMap<String, Tensor>();
    for (String name : new TreeSet<>(places.values())) {
      Path shard = directory.resolve(name);
      if (!Files.exists(shard)) {
        throw new MalformedFile(index, "weight_map", "the shard " + name + " is missing");
      }
      for (Tensor tensor : SafetensorsFile.open(shard, arena).tensors().values()) {
        if (!name.equals(places.get(tensor.name()))) {
          String listed = places.getOrDefault(tensor.name(), "nothing");
          throw new MalformedFile(
              shard, "tensor " + tensor.name(), "is here, but the index names " + listed);
        }
        tensors.put(tensor.name(), tensor);
      }
    }
    places.forEach((tensor, shard) -> {
      if (!tensors.containsKey(tensor)) {
        throw new MalformedFile(
            directory.resolve(shard), "tensor " + tensor, "is in the index but not here");
      }
    });
    return tensors;
  }

  private static Map<String, String> places(Path index) {
    JsonObject json = JsonObject.read(index);
    JsonObject map =
        json.object("weight_map").orElseThrow(() -> json.error("weight_map", "is required"));
    var places = new LinkedHashMap<String, String>();
    for (String tensor : map.members().keySet()) {
      String shard = map.requiredString(tensor);
      if (shard.isEmpty() || shard.contains("/") || shard.contains("\\") || shard.equals("..")) {
        throw map.error(tensor, "\"" + shard + "\" is no file name in this directory");
      }
      places.put(tensor, shard);
    }
    return places;
  }

  /** Writes tensors in their order into as few files as {@code shardBytes} allows. */
  public static void write(Path directory, List<TensorSource> tensors, long shardBytes)
      throws IOException {
    List<List<TensorSource>> shards = split(tensors, shardBytes);
    if (shards.size() == 1) {
      SafetensorsWriter.write(directory.resolve(SINGLE), shards.getFirst(), FROM_PYTORCH);
      return;
    }
    var places = new TreeMap<String, Json>();
    for (int i = 0; i < shards.size(); i++) {
      String name =
          String.format(Locale.ROOT, "model-%05d-of-%05d.safetensors", i + 1, shards.size());
      SafetensorsWriter.write(directory.resolve(name), shards.get(i), FROM_PYTORCH);
      shards.get(i).forEach(tensor -> places.put(tensor.name(), Json.of(name)));
    }
    long total = tensors.stream().mapToLong(TensorSource::bytes).sum();
    var index = new LinkedHashMap<String, Json>();
    index.put("metadata", new Json.Obj(Map.of("total_size", Json.of(total))));
    index.put("weight_map", new Json.Obj(places));
    JsonWriter.write(directory.resolve(INDEX), new Json.Obj(index));
  }

  private static List<List<TensorSource>> split(List<TensorSource> tensors, long shardBytes) {
    var shards = new ArrayList<List<TensorSource>>();
    shards.add(new ArrayList<>());
    long size = 0;
    for (TensorSource tensor : tensors) {
      if (size > 0 && size + tensor.bytes() > shardBytes) {
        shards.add(new ArrayList<>());
        size = 0;
      }
      shards.getLast().add(tensor);
      size += tensor.bytes();
    }
    return shards;
  }
}
