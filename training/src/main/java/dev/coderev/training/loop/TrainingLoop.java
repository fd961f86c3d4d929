package dev.coderev.training.loop;

import dev.coderev.training.TrainingException;
import dev.coderev.training.data.FillInTheMiddle;
import dev.coderev.training.data.PackedStream;
import dev.coderev.training.data.Place;
import dev.coderev.training.data.TokenBatch;
import dev.coderev.training.data.TokenFile;
import dev.coderev.training.network.Network;
import dev.coderev.training.network.NextToken;
import dev.coderev.training.network.Parameters;
import dev.coderev.training.optimize.AdamW;
import dev.coderev.training.optimize.Schedule;
import java.util.Optional;

/**
 * Step after step: a batch, its gradient, an update; states saved and figures written on the way.
 *
 * <p>A loss or gradient that is not finite moves no weight: its batch is left out. After three such
 * batches in a row the newest saved state is restored, the data behind the bad ones goes on, and
 * the rate is halved; after three restorations in a row the run ends.
 */
public final class TrainingLoop implements AutoCloseable {

  private static final int BAD_BATCHES = 3;
  private static final int RESTORATIONS = 3;
  private static final int LOOKS = 16;
  private static final long LOOK_SEED = 1;

  private final TrainingPlan plan;
  private final Schedule schedule;
  private final TokenFile train;
  private final TokenFile heldOut;
  private final FillInTheMiddle filling;
  private final int beginId;
  private final RunListener listener;
  private final Parameters parameters;
  private final AdamW optimizer;
  private final NextToken objective;
  private final SplitBatch gradients;
  private final StateFolders states;
  private final Metrics metrics;
  private PackedStream stream;
  private long step;
  private double rateFactor = 1;
  private int bad;
  private int restored;

  /**
   * @param network what learns; its weights are those of the newest state, when there is one
   * @param learner gives the gradient of some sequences
   */
  public TrainingLoop(
      RunFolder folder,
      TrainingPlan plan,
      Network network,
      SplitBatch.Part learner,
      FillInTheMiddle filling,
      TokenFile train,
      TokenFile heldOut,
      RunListener listener) {
    this.plan = plan;
    this.schedule = plan.schedule();
    this.train = train;
    this.heldOut = heldOut;
    this.filling = filling;
    this.beginId = network.config().specialTokens().beginId().orElse(-1);
    this.listener = listener;
    this.parameters = network.parameters();
    this.optimizer = new AdamW(parameters, network.compute(), AdamW.Settings.DEFAULT);
    this.objective = new NextToken(network);
    this.gradients =
        new SplitBatch(learner, optimizer::zeroGradients, plan.microRows(), listener::noted);
    this.states = new StateFolders(folder.checkpoints(), listener::noted);
    Optional<TrainingState> found = states.load(parameters, optimizer);
    found.ifPresent(this::take);
    this.stream = streamAt(found.map(TrainingState::place).orElse(Place.START));
    this.metrics = new Metrics(folder, step);
    found.ifPresent(state -> listener.noted("going on after step " + state.step()));
  }

  private void take(TrainingState state) {
    step = state.step();
    rateFactor = state.rateFactor();
    gradients.restore(state.microRows());
  }

  private PackedStream streamAt(Place place) {
    return new PackedStream(train, plan.seed(), filling, beginId, place);
  }

  public Metrics metrics() {
    return metrics;
  }

  /**
   * Runs to the last step.
   *
   * @param exported is run after each saved state
   */
  public void run(int saveEvery, int evaluateEvery, Runnable exported) {
    long start = System.nanoTime();
    long first = step;
    if (step == 0) {
      save(exported);
    }
    while (step < plan.steps()) {
      double loss = gradients.learn(stream.next(plan.rows(), plan.length()));
      double norm = optimizer.gradientNorm();
      if (Double.isFinite(loss) && Double.isFinite(norm)) {
        double rate = schedule.rate(step) * rateFactor;
        optimizer.step(rate, norm);
        bad = 0;
        step++;
        report(loss, rate, norm, (System.nanoTime() - start) / 1e9, step - first);
        boolean last = step == plan.steps();
        if (last || step % evaluateEvery == 0) {
          evaluate();
        }
        if (last || step % saveEvery == 0) {
          save(exported);
        }
      } else {
        recover(loss, norm);
      }
    }
    if (first == plan.steps()) {
      exported.run();
    }
  }

  private void report(double loss, double rate, double norm, double seconds, long steps) {
    double perStep = seconds / steps;
    long tokens = (long) plan.rows() * plan.length();
    var report =
        new RunListener.Step(
            step,
            plan.steps(),
            step * tokens,
            loss,
            rate,
            norm,
            tokens / perStep,
            perStep * (plan.steps() - step));
    metrics.add(report);
    listener.stepped(report);
  }

  private void recover(double loss, double norm) {
    bad++;
    listener.noted(
        "step " + (step + 1) + ": loss " + loss + ", gradient " + norm + ": the batch is left out");
    if (bad < BAD_BATCHES) {
      return;
    }
    bad = 0;
    restored++;
    if (restored > RESTORATIONS) {
      throw new TrainingException(
          "the loss stays without a finite value although the state was restored "
              + RESTORATIONS
              + " times; the saved states are good: begin anew with a lower --rate");
    }
    double factor = rateFactor / 2;
    Place place = stream.place();
    TrainingState state =
        states
            .load(parameters, optimizer)
            .orElseThrow(() -> new TrainingException("no saved state is left to restore"));
    take(state);
    rateFactor = factor;
    stream = streamAt(place);
    listener.noted("restored step " + step + " and halved the rate");
  }

  private void evaluate() {
    NextToken.Foretold sum = look(objective);
    metrics.add(step, sum);
    listener.evaluated(step, sum);
  }

  /** How well a network foretells the held-out texts that every look takes. */
  public NextToken.Foretold look(NextToken of) {
    var looks = new PackedStream(heldOut, LOOK_SEED, FillInTheMiddle.NEVER, beginId, Place.START);
    NextToken.Foretold sum = new NextToken.Foretold(0, 0, 0);
    for (int i = 0; i < LOOKS; i++) {
      TokenBatch batch = looks.next(Math.min(plan.rows(), gradients.microRows()), plan.length());
      sum = sum.plus(of.foretell(batch));
    }
    return sum;
  }

  private void save(Runnable exported) {
    restored = 0;
    states.save(
        new TrainingState(
            step, optimizer.steps(), stream.place(), gradients.microRows(), rateFactor),
        parameters,
        optimizer);
    exported.run();
  }

  @Override
  public void close() {
    optimizer.close();
  }
}
