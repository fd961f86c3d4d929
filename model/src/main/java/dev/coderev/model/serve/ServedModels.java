package dev.coderev.model.serve;

import dev.coderev.model.ModelException;
import dev.coderev.model.transformer.Adapter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The models that requests may name: a base model and its adapters, which can be exchanged while
 * requests run. A request leases what it uses; an exchanged base is freed after its last lease, so
 * that no request ends early.
 */
public final class ServedModels implements AutoCloseable {

  /** A base model, who uses it, and what frees it. */
  private static final class Base {
    private final Served served;
    private final AutoCloseable owner;
    private final Map<String, Adapter> adapters = new TreeMap<>();
    private final CompletableFuture<Void> freed = new CompletableFuture<>();
    private String active = "";
    private int leases;
    private boolean retired;

    Base(Served served, AutoCloseable owner) {
      this.served = served;
      this.owner = owner;
    }

    void free() {
      try {
        owner.close();
        freed.complete(null);
      } catch (Exception | Error e) {
        freed.completeExceptionally(e);
      }
    }
  }

  /** The right to use a model until it is closed. */
  public final class Lease implements AutoCloseable {

    private final Base base;
    private final String name;
    private final Adapter adapter;
    private final AtomicBoolean ended = new AtomicBoolean();

    private Lease(Base base, String name, Adapter adapter) {
      this.base = base;
      this.name = name;
      this.adapter = adapter;
    }

    /** What the client called it: the base model's id, or an adapter's name. */
    String name() {
      return name;
    }

    Served served() {
      return base.served;
    }

    Adapter adapter() {
      return adapter;
    }

    @Override
    public void close() {
      if (ended.compareAndSet(false, true)) {
        release(base);
      }
    }
  }

  private Base base;

  /**
   * @param owner is closed when the model was exchanged, or this closed, and nobody uses it
   */
  public ServedModels(Served served, AutoCloseable owner) {
    this.base = new Base(served, owner);
  }

  /** One model that stays its caller's. */
  static ServedModels of(Served served) {
    return new ServedModels(served, () -> {});
  }

  /**
   * The model of a name; empty when none is served under it.
   *
   * @param name of an adapter or of the base; nothing stands for the base. The base answers with
   *     the active adapter, if there is one
   */
  public synchronized Optional<Lease> lease(String name) {
    if (base.retired) {
      return Optional.empty();
    }
    boolean plain = name.isEmpty() || name.equals(base.served.id());
    Adapter adapter = base.adapters.get(plain ? base.active : name);
    if (adapter == null && !plain) {
      return Optional.empty();
    }
    base.leases++;
    return Optional.of(
        new Lease(base, plain ? base.served.id() : name, adapter == null ? Adapter.NONE : adapter));
  }

  private void release(Base used) {
    synchronized (this) {
      used.leases--;
      if (used.leases > 0 || !used.retired) {
        return;
      }
    }
    used.free();
  }

  /** The base model's id. */
  public synchronized String id() {
    return base.served.id();
  }

  /** The names of the adapters. */
  public synchronized List<String> adapters() {
    return List.copyOf(base.adapters.keySet());
  }

  /** The adapter that the base answers with. */
  public synchronized Optional<String> active() {
    return base.active.isEmpty() ? Optional.empty() : Optional.of(base.active);
  }

  /** All names that requests may use, the base first. */
  List<String> names() {
    var names = new ArrayList<String>();
    names.add(id());
    names.addAll(adapters());
    return names;
  }

  /**
   * Adds an adapter under its name; requests that use one it replaces end with the one they began.
   *
   * @throws ModelException when it does not fit the base, or the name is taken and may not be
   */
  public synchronized void add(Adapter adapter, boolean replace) {
    String name = adapter.name();
    if (name.isEmpty() || name.equals(base.served.id())) {
      throw new ModelException("an adapter cannot be called \"" + name + "\"");
    }
    if (!replace && base.adapters.containsKey(name)) {
      throw new ModelException("there is an adapter " + name + " already; replace it, or rename");
    }
    base.served.batcher().check(adapter);
    base.adapters.put(name, adapter);
  }

  /** Takes an adapter away, whether it is active or not; false when there is none of that name. */
  public synchronized boolean remove(String name) {
    if (base.active.equals(name)) {
      base.active = "";
    }
    return base.adapters.remove(name) != null;
  }

  /**
   * Has the base answer with an adapter.
   *
   * @throws ModelException when there is none of that name; the active one stays active then
   */
  public synchronized void activate(String name) {
    if (!base.adapters.containsKey(name)) {
      throw new ModelException("there is no adapter " + name);
    }
    base.active = name;
  }

  /** Has the base answer as it is. */
  public synchronized void deactivate() {
    base.active = "";
  }

  /**
   * Puts another model in the place of the base, whose adapters go with it.
   *
   * @return ends when the model before is freed, with the failure if that failed
   */
  public CompletableFuture<Void> exchange(Served next, AutoCloseable owner) {
    return retire(Optional.of(new Base(next, owner)));
  }

  private CompletableFuture<Void> retire(Optional<Base> next) {
    Base before;
    boolean idle;
    synchronized (this) {
      if (base.retired) {
        throw new IllegalStateException("the models are closed");
      }
      before = base;
      before.retired = true;
      idle = before.leases == 0;
      base = next.orElse(before);
    }
    if (idle) {
      before.free();
    }
    return before.freed;
  }

  /** Ends when the present base is freed, with the failure if that failed. */
  public synchronized CompletableFuture<Void> freed() {
    return base.freed;
  }

  /** Leases no more; the model is freed when its last lease ends, at once when there is none. */
  @Override
  public void close() {
    synchronized (this) {
      if (base.retired) {
        return;
      }
    }
    var _ = retire(Optional.empty());
  }
}
