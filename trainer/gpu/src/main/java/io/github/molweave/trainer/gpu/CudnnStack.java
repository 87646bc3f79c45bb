package io.github.molweave.trainer.gpu;

import io.github.molweave.network.CellKind;
import io.github.molweave.trainer.cuda.CudaLibraries;
import io.github.molweave.trainer.cuda.Element;
import io.github.molweave.trainer.cuda.Precision;
import io.github.molweave.trainer.cuda.RecurrentStack;
import io.github.molweave.trainer.cuda.StackShape;
import java.util.EnumMap;
import java.util.Map;
import org.bytedeco.cuda.cudnn.cudnnContext;
import org.bytedeco.cuda.cudnn.cudnnDropoutStruct;
import org.bytedeco.cuda.cudnn.cudnnRNNDataStruct;
import org.bytedeco.cuda.cudnn.cudnnRNNStruct;
import org.bytedeco.cuda.cudnn.cudnnTensorStruct;
import org.bytedeco.cuda.global.cudnn;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.SizeTPointer;

/**
 * cuDNN's RNN calls of version 8 and 9. Gates: cuDNN numbers the input side from 0 and the
 * recurrent side from the number of gates on; reset, update, new for the GRU and input, forget,
 * new, output for the LSTM, which is PyTorch's order.
 */
final class CudnnStack implements RecurrentStack {
  private final cudnnContext handle;
  private final StackShape shape;
  private final int type;
  private final cudnnRNNStruct network = new cudnnRNNStruct();
  private final cudnnDropoutStruct noDropout = new cudnnDropoutStruct();
  private final cudnnRNNDataStruct inputs = new cudnnRNNDataStruct();
  private final cudnnRNNDataStruct outputs = new cudnnRNNDataStruct();
  private final cudnnTensorStruct states = new cudnnTensorStruct();
  private final Map<Side, Place[][]> places;
  private final long weightBytes;
  private long lengthsOnCard;

  CudnnStack(cudnnContext handle, StackShape shape, CudaLibraries libraries) {
    this.handle = handle;
    this.shape = shape;
    this.type =
        shape.precision().element() == Element.FLOAT
            ? cudnn.CUDNN_DATA_FLOAT
            : cudnn.CUDNN_DATA_BFLOAT16;
    check(cudnn.cudnnCreateRNNDescriptor(network), "cudnnCreateRNNDescriptor");
    check(cudnn.cudnnCreateDropoutDescriptor(noDropout), "cudnnCreateDropoutDescriptor");
    check(cudnn.cudnnCreateRNNDataDescriptor(inputs), "cudnnCreateRNNDataDescriptor");
    check(cudnn.cudnnCreateRNNDataDescriptor(outputs), "cudnnCreateRNNDataDescriptor");
    check(cudnn.cudnnCreateTensorDescriptor(states), "cudnnCreateTensorDescriptor");
    check(
        cudnn.cudnnSetDropoutDescriptor(noDropout, handle, 0f, null, 0, 0),
        "cudnnSetDropoutDescriptor");
    check(
        cudnn.cudnnSetRNNDescriptor_v8(
            network,
            cudnn.CUDNN_RNN_ALGO_STANDARD,
            shape.cell() == CellKind.LSTM ? cudnn.CUDNN_LSTM : cudnn.CUDNN_GRU,
            cudnn.CUDNN_RNN_DOUBLE_BIAS,
            cudnn.CUDNN_UNIDIRECTIONAL,
            cudnn.CUDNN_LINEAR_INPUT,
            type,
            cudnn.CUDNN_DATA_FLOAT,
            products(shape.precision()),
            shape.inputSize(),
            shape.hiddenSize(),
            shape.hiddenSize(),
            shape.layers(),
            noDropout,
            cudnn.CUDNN_RNN_PADDED_IO_DISABLED),
        "cudnnSetRNNDescriptor_v8");
    try (SizeTPointer size = new SizeTPointer(1)) {
      check(cudnn.cudnnGetRNNWeightSpaceSize(handle, network, size), "cudnnGetRNNWeightSpaceSize");
      weightBytes = size.get();
    }
    places = findPlaces(libraries);
  }

  /**
   * DEFAULT takes TF32 for 32-bit numbers where the card has it; FMA does not. For bfloat16 the
   * manual names none; DEFAULT is what PyTorch gives it.
   */
  private static int products(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> cudnn.CUDNN_FMA_MATH;
      case TF32, BF16 -> cudnn.CUDNN_DEFAULT_MATH;
    };
  }

  /** Asks with real memory, because the answer is addresses in it. */
  private Map<Side, Place[][]> findPlaces(CudaLibraries libraries) {
    int gates = shape.cell().gates();
    Map<Side, Place[][]> found = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      found.put(side, new Place[shape.layers()][gates]);
    }
    long weights = libraries.allocate(weightBytes);
    cudnnTensorStruct matrixShape = new cudnnTensorStruct();
    cudnnTensorStruct biasShape = new cudnnTensorStruct();
    check(cudnn.cudnnCreateTensorDescriptor(matrixShape), "cudnnCreateTensorDescriptor");
    check(cudnn.cudnnCreateTensorDescriptor(biasShape), "cudnnCreateTensorDescriptor");
    try (PointerPointer<Pointer> matrix = new PointerPointer<>(1);
        PointerPointer<Pointer> bias = new PointerPointer<>(1)) {
      for (int layer = 0; layer < shape.layers(); layer++) {
        for (Side side : Side.values()) {
          for (int gate = 0; gate < gates; gate++) {
            check(
                cudnn.cudnnGetRNNWeightParams(
                    handle,
                    network,
                    layer,
                    weightBytes,
                    RawAddress.at(weights),
                    side == Side.INPUT ? gate : gates + gate,
                    matrixShape,
                    matrix,
                    biasShape,
                    bias),
                "cudnnGetRNNWeightParams");
            found.get(side)[layer][gate] =
                new Place(matrix.get(0).address() - weights, bias.get(0).address() - weights);
          }
        }
      }
    } finally {
      cudnn.cudnnDestroyTensorDescriptor(matrixShape);
      cudnn.cudnnDestroyTensorDescriptor(biasShape);
      libraries.free(weights);
    }
    return found;
  }

  @Override
  public long weightBytes() {
    return weightBytes;
  }

  @Override
  public Place place(int layer, Side side, int gate) {
    return places.get(side)[layer][gate];
  }

  @Override
  public TempSizes tempSizes(int[] lengths) {
    describe(inputs, lengths, shape.inputSize());
    TempSizes training = tempSizes(cudnn.CUDNN_FWD_MODE_TRAINING);
    TempSizes inference = tempSizes(cudnn.CUDNN_FWD_MODE_INFERENCE);
    return new TempSizes(Math.max(training.workspace(), inference.workspace()), training.reserve());
  }

  private TempSizes tempSizes(int mode) {
    try (SizeTPointer workspace = new SizeTPointer(1);
        SizeTPointer reserve = new SizeTPointer(1)) {
      check(
          cudnn.cudnnGetRNNTempSpaceSizes(handle, network, mode, inputs, workspace, reserve),
          "cudnnGetRNNTempSpaceSizes");
      return new TempSizes(workspace.get(), reserve.get());
    }
  }

  @Override
  public TempSizes begin(int[] lengths, long onCard) {
    lengthsOnCard = onCard;
    describe(outputs, lengths, shape.hiddenSize());
    int hidden = shape.hiddenSize();
    check(
        cudnn.cudnnSetTensorNdDescriptor(
            states,
            type,
            3,
            new int[] {shape.layers(), lengths.length, hidden},
            new int[] {lengths.length * hidden, hidden, 1}),
        "cudnnSetTensorNdDescriptor");
    return tempSizes(lengths);
  }

  private void describe(cudnnRNNDataStruct data, int[] lengths, int width) {
    check(
        cudnn.cudnnSetRNNDataDescriptor(
            data,
            type,
            cudnn.CUDNN_RNN_DATA_LAYOUT_SEQ_MAJOR_PACKED,
            lengths[0],
            lengths.length,
            width,
            lengths,
            null),
        "cudnnSetRNNDataDescriptor");
  }

  @Override
  public void forward(
      Mode mode, long weights, long input, long output, Space workspace, Space reserve) {
    boolean training = mode == Mode.TRAINING;
    check(
        cudnn.cudnnRNNForward(
            handle,
            network,
            training ? cudnn.CUDNN_FWD_MODE_TRAINING : cudnn.CUDNN_FWD_MODE_INFERENCE,
            RawAddress.ints(lengthsOnCard),
            inputs,
            RawAddress.at(input),
            outputs,
            RawAddress.at(output),
            states,
            null,
            null,
            states,
            null,
            null,
            weightBytes,
            RawAddress.at(weights),
            workspace.bytes(),
            RawAddress.at(workspace.address()),
            training ? reserve.bytes() : 0,
            training ? RawAddress.at(reserve.address()) : null),
        "cudnnRNNForward");
  }

  @Override
  public void backwardData(
      long weights,
      long output,
      long outputSlopes,
      long inputSlopes,
      Space workspace,
      Space reserve) {
    check(
        cudnn.cudnnRNNBackwardData_v8(
            handle,
            network,
            RawAddress.ints(lengthsOnCard),
            outputs,
            RawAddress.at(output),
            RawAddress.at(outputSlopes),
            inputs,
            RawAddress.at(inputSlopes),
            states,
            null,
            null,
            null,
            states,
            null,
            null,
            null,
            weightBytes,
            RawAddress.at(weights),
            workspace.bytes(),
            RawAddress.at(workspace.address()),
            reserve.bytes(),
            RawAddress.at(reserve.address())),
        "cudnnRNNBackwardData_v8");
  }

  @Override
  public void backwardWeights(
      long input, long output, long weightSlopes, Space workspace, Space reserve) {
    check(
        cudnn.cudnnRNNBackwardWeights_v8(
            handle,
            network,
            cudnn.CUDNN_WGRAD_MODE_ADD,
            RawAddress.ints(lengthsOnCard),
            inputs,
            RawAddress.at(input),
            states,
            null,
            outputs,
            RawAddress.at(output),
            weightBytes,
            RawAddress.at(weightSlopes),
            workspace.bytes(),
            RawAddress.at(workspace.address()),
            reserve.bytes(),
            RawAddress.at(reserve.address())),
        "cudnnRNNBackwardWeights_v8");
  }

  @Override
  public void close() {
    cudnn.cudnnDestroyTensorDescriptor(states);
    cudnn.cudnnDestroyRNNDataDescriptor(outputs);
    cudnn.cudnnDestroyRNNDataDescriptor(inputs);
    cudnn.cudnnDestroyDropoutDescriptor(noDropout);
    cudnn.cudnnDestroyRNNDescriptor(network);
  }

  private static void check(int code, String call) {
    Calls.cudnn(code, call);
  }
}
