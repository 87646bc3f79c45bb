package io.github.molweave.trainer.gpu;

import io.github.molweave.trainer.cuda.CardFacts;
import io.github.molweave.trainer.cuda.CudaLibraries;
import io.github.molweave.trainer.cuda.Element;
import io.github.molweave.trainer.cuda.Kernel;
import io.github.molweave.trainer.cuda.Precision;
import io.github.molweave.trainer.cuda.Product;
import io.github.molweave.trainer.cuda.Product.Form;
import io.github.molweave.trainer.cuda.RecurrentStack;
import io.github.molweave.trainer.cuda.StackShape;
import java.nio.IntBuffer;
import org.bytedeco.cuda.cublas.cublasContext;
import org.bytedeco.cuda.cudnn.cudnnContext;
import org.bytedeco.cuda.global.cublas;
import org.bytedeco.cuda.global.cudart;
import org.bytedeco.cuda.global.cudnn;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;

/** The first card, all work on its default stream. */
final class NvidiaLibraries implements CudaLibraries {
  private final CardFacts facts;
  private final cublasContext products = new cublasContext();
  private final cudnnContext layers = new cudnnContext();
  private final LoadedKernels kernels;
  private final FloatPointer one = new FloatPointer(1f);
  private final FloatPointer zero = new FloatPointer(0f);

  NvidiaLibraries(CardFacts facts, LoadedKernels kernels) {
    this.facts = facts;
    this.kernels = kernels;
    Calls.cublas(cublas.cublasCreate_v2(products), "cublasCreate");
    Calls.cudnn(cudnn.cudnnCreate(layers), "cudnnCreate");
  }

  @Override
  public String description() {
    return facts.description();
  }

  @Override
  public void refuseLacking(Precision precision) {
    facts.refuseLacking(precision);
  }

  @Override
  public long freeMemory() {
    try (SizeTPointer free = new SizeTPointer(1);
        SizeTPointer total = new SizeTPointer(1)) {
      Calls.cuda(cudart.cudaMemGetInfo(free, total), "cudaMemGetInfo");
      return free.get();
    }
  }

  @Override
  public long allocate(long bytes) {
    try (PointerPointer<Pointer> place = new PointerPointer<>(1)) {
      Calls.cuda(cudart.cudaMalloc(place, bytes), "cudaMalloc of " + bytes + " bytes");
      return place.get(0).address();
    }
  }

  @Override
  public void free(long address) {
    Calls.cuda(cudart.cudaFree(RawAddress.at(address)), "cudaFree");
  }

  /** Page-locked memory. */
  private static final class Pinned implements PinnedInts {
    private final IntPointer ints;

    Pinned(int count) {
      try (PointerPointer<Pointer> place = new PointerPointer<>(1)) {
        Calls.cuda(
            cudart.cudaHostAlloc(place, (long) count * Integer.BYTES, cudart.cudaHostAllocDefault),
            "cudaHostAlloc");
        ints = new IntPointer(place.get(0)).capacity(count);
      }
    }

    @Override
    public IntBuffer values() {
      return ints.asBuffer();
    }

    @Override
    public void close() {
      Calls.cuda(cudart.cudaFreeHost(ints), "cudaFreeHost");
    }
  }

  @Override
  public PinnedInts pin(int count) {
    return new Pinned(count);
  }

  @Override
  public void upload(PinnedInts from, int count, long to) {
    Calls.cuda(
        cudart.cudaMemcpyAsync(
            RawAddress.at(to),
            ((Pinned) from).ints,
            (long) count * Integer.BYTES,
            cudart.cudaMemcpyHostToDevice,
            null),
        "cudaMemcpyAsync");
  }

  @Override
  public void upload(float[] from, long to) {
    try (FloatPointer values = new FloatPointer(from)) {
      Calls.cuda(
          cudart.cudaMemcpy(
              RawAddress.at(to),
              values,
              (long) from.length * Float.BYTES,
              cudart.cudaMemcpyHostToDevice),
          "cudaMemcpy to the card");
    }
  }

  @Override
  public void download(long from, float[] to) {
    try (FloatPointer values = new FloatPointer((long) to.length)) {
      Calls.cuda(
          cudart.cudaMemcpy(
              values,
              RawAddress.at(from),
              (long) to.length * Float.BYTES,
              cudart.cudaMemcpyDeviceToHost),
          "cudaMemcpy from the card");
      values.get(to);
    }
  }

  @Override
  public void clear(long address, long bytes) {
    Calls.cuda(cudart.cudaMemsetAsync(RawAddress.at(address), 0, bytes, null), "cudaMemsetAsync");
  }

  @Override
  public void launch(Kernel kernel, long threads, long... arguments) {
    kernels.launch(kernel, threads, arguments);
  }

  /**
   * cuBLAS has columns where we have rows: what it takes for C, A and B are their transposes, and
   * C^T = B^T A^T.
   */
  @Override
  public void product(Product p, Precision precision) {
    Calls.cublas(
        cublas.cublasGemmEx(
            products,
            operation(p.b().form()),
            operation(p.a().form()),
            p.columns(),
            p.rows(),
            p.inner(),
            one,
            RawAddress.at(p.b().address()),
            type(p.b().element()),
            p.b().stride(),
            RawAddress.at(p.a().address()),
            type(p.a().element()),
            p.a().stride(),
            zero,
            RawAddress.at(p.c().address()),
            type(p.c().element()),
            p.c().stride(),
            precision == Precision.TF32
                ? cublas.CUBLAS_COMPUTE_32F_FAST_TF32
                : cublas.CUBLAS_COMPUTE_32F,
            cublas.CUBLAS_GEMM_DEFAULT),
        "cublasGemmEx");
  }

  private static int operation(Form form) {
    return form == Form.PLAIN ? cublas.CUBLAS_OP_N : cublas.CUBLAS_OP_T;
  }

  private static int type(Element element) {
    return element == Element.FLOAT ? cudart.CUDA_R_32F : cudart.CUDA_R_16BF;
  }

  @Override
  public void norm(long values, int count, long result) {
    toCard();
    Calls.cublas(
        cublas.cublasSnrm2_v2(
            products, count, RawAddress.floats(values), 1, RawAddress.floats(result)),
        "cublasSnrm2");
    toHost();
  }

  @Override
  public void absoluteSum(long values, int count, long result) {
    toCard();
    Calls.cublas(
        cublas.cublasSasum_v2(
            products, count, RawAddress.floats(values), 1, RawAddress.floats(result)),
        "cublasSasum");
    toHost();
  }

  /** From here on cuBLAS takes the pointers of single numbers for places on the card. */
  private void toCard() {
    Calls.cublas(
        cublas.cublasSetPointerMode_v2(products, cublas.CUBLAS_POINTER_MODE_DEVICE),
        "cublasSetPointerMode");
  }

  private void toHost() {
    Calls.cublas(
        cublas.cublasSetPointerMode_v2(products, cublas.CUBLAS_POINTER_MODE_HOST),
        "cublasSetPointerMode");
  }

  @Override
  public RecurrentStack stack(StackShape shape) {
    return new CudnnStack(layers, shape, this);
  }

  @Override
  public void close() {
    cudnn.cudnnDestroy(layers);
    cublas.cublasDestroy_v2(products);
    kernels.close();
    one.close();
    zero.close();
  }
}
