package io.github.molweave.trainer.cuda;

import io.github.molweave.trainer.cuda.Product.Factor;
import io.github.molweave.trainer.cuda.Product.Form;
import io.github.molweave.trainer.device.DeviceException.Problem;
import io.github.molweave.trainer.device.DeviceFailure;
import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * NVIDIA's libraries in Java, for tests: nothing that is queued runs before a download, as late as
 * a card may. Records the names of the calls; memory is held to its bounds and lifetimes.
 */
final class EmulatedCard implements CudaLibraries {
  private final EmulatedMemory memory = new EmulatedMemory();
  private final EmulatedKernels kernels = new EmulatedKernels(memory);
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final List<String> calls = new ArrayList<>();
  private final List<EmulatedStack> stacks = new ArrayList<>();
  private final long capacity;
  private int pinned;
  private int failingDownload = Integer.MAX_VALUE;
  private int failingTake = Integer.MAX_VALUE;
  private CardFacts facts = new CardFacts(0, 1, 13000, 13000, 91900, 13000, "emulated", 9, 0);

  EmulatedCard(long capacity) {
    this.capacity = capacity;
  }

  static EmulatedCard large() {
    return new EmulatedCard(1L << 30);
  }

  /** From the so many-th download on, counted from now, the card is gone. */
  void loseAtDownload(int number) {
    failingDownload = number;
  }

  /** The so many-th thing that is taken from now on, memory or stack, is refused. */
  void refuseTake(int number) {
    failingTake = number;
  }

  private void take() {
    if (--failingTake == 0) {
      throw new DeviceFailure(Problem.OUT_OF_MEMORY, "no more of it");
    }
  }

  /** Is another card from now on. */
  void become(CardFacts other) {
    facts = other;
  }

  List<String> calls() {
    return calls;
  }

  EmulatedMemory memory() {
    return memory;
  }

  /** Whether all memory, here and there, and every stack was given back. */
  boolean isTidy() {
    return memory.isEmpty() && pinned == 0 && stacks.stream().allMatch(EmulatedStack::isClosed);
  }

  void queue(String name, Runnable work) {
    calls.add(name);
    queue.add(work);
  }

  double[][] rows(long address, int rows, int columns, Element element) {
    double[][] values = new double[rows][columns];
    for (int n = 0; n < rows; n++) {
      for (int k = 0; k < columns; k++) {
        values[n][k] = memory.get(address, (long) n * columns + k, element);
      }
    }
    return values;
  }

  void putRows(long address, double[][] rows, Element element) {
    for (int n = 0; n < rows.length; n++) {
      for (int k = 0; k < rows[n].length; k++) {
        memory.put(address, (long) n * rows[n].length + k, rows[n][k], element);
      }
    }
  }

  void add(long address, long index, double value, Element element) {
    memory.put(address, index, memory.get(address, index, element) + value, element);
  }

  @Override
  public String description() {
    return "an emulated card";
  }

  @Override
  public void refuseLacking(Precision precision) {
    facts.refuseLacking(precision);
  }

  @Override
  public long freeMemory() {
    return capacity - memory.taken();
  }

  @Override
  public long allocate(long bytes) {
    take();
    if (bytes > freeMemory()) {
      throw new DeviceFailure(Problem.OUT_OF_MEMORY, "no room for " + bytes + " bytes");
    }
    return memory.allocate(bytes);
  }

  @Override
  public void free(long address) {
    // As cudaFree does: it waits for what may still use the memory.
    runAll();
    memory.free(address);
  }

  @Override
  public PinnedInts pin(int count) {
    take();
    IntBuffer values = IntBuffer.allocate(count);
    pinned++;
    return new PinnedInts() {
      @Override
      public IntBuffer values() {
        return values;
      }

      @Override
      public void close() {
        pinned--;
      }
    };
  }

  @Override
  public void upload(PinnedInts from, int count, long to) {
    queue(
        "upload",
        () -> {
          for (int i = 0; i < count; i++) {
            memory.putInt(to, i, from.values().get(i));
          }
        });
  }

  @Override
  public void upload(float[] from, long to) {
    float[] copy = from.clone();
    queue(
        "upload",
        () -> {
          for (int i = 0; i < copy.length; i++) {
            memory.put(to, i, copy[i], Element.FLOAT);
          }
        });
  }

  @Override
  public void download(long from, float[] to) {
    calls.add("download");
    if (--failingDownload < 0) {
      queue.clear();
      throw new DeviceFailure(Problem.CARD_LOST, "the card is gone");
    }
    runAll();
    for (int i = 0; i < to.length; i++) {
      to[i] = memory.get(from, i, Element.FLOAT);
    }
  }

  private void runAll() {
    while (!queue.isEmpty()) {
      queue.poll().run();
    }
  }

  @Override
  public void clear(long address, long bytes) {
    queue("clear", () -> memory.clear(address, bytes));
  }

  @Override
  public void launch(Kernel kernel, long threads, long... arguments) {
    if (arguments.length != kernel.arguments()) {
      throw new AssertionError(kernel + " with " + arguments.length + " arguments");
    }
    queue(kernel.symbol(), () -> kernels.run(kernel, threads, arguments));
  }

  @Override
  public void product(Product product, Precision precision) {
    queue("product", () -> multiply(product));
  }

  private void multiply(Product p) {
    if (p.a().stride() < (p.a().form() == Form.PLAIN ? p.inner() : p.rows())
        || p.b().stride() < (p.b().form() == Form.PLAIN ? p.columns() : p.inner())
        || p.c().stride() < p.columns()) {
      throw new AssertionError("a stride is too short: " + p);
    }
    for (int i = 0; i < p.rows(); i++) {
      for (int j = 0; j < p.columns(); j++) {
        double sum = 0;
        for (int k = 0; k < p.inner(); k++) {
          sum += at(p.a(), i, k) * at(p.b(), k, j);
        }
        memory.put(p.c().address(), (long) i * p.c().stride() + j, sum, p.c().element());
      }
    }
  }

  private double at(Factor factor, int row, int column) {
    long stride = factor.stride();
    long index = factor.form() == Form.PLAIN ? row * stride + column : column * stride + row;
    return memory.get(factor.address(), index, factor.element());
  }

  @Override
  public void norm(long values, int count, long result) {
    queue(
        "norm",
        () -> {
          double sum = 0;
          for (int i = 0; i < count; i++) {
            double value = memory.get(values, i, Element.FLOAT);
            sum += value * value;
          }
          memory.put(result, 0, Math.sqrt(sum), Element.FLOAT);
        });
  }

  @Override
  public void absoluteSum(long values, int count, long result) {
    queue(
        "absoluteSum",
        () -> {
          double sum = 0;
          for (int i = 0; i < count; i++) {
            sum += Math.abs(memory.get(values, i, Element.FLOAT));
          }
          memory.put(result, 0, sum, Element.FLOAT);
        });
  }

  @Override
  public RecurrentStack stack(StackShape shape) {
    take();
    EmulatedStack stack = new EmulatedStack(this, shape);
    stacks.add(stack);
    return stack;
  }

  @Override
  public void close() {}
}
