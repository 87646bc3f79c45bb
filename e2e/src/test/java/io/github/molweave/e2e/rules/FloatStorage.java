package io.github.molweave.e2e.rules;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the byte code that computes with {@code float}: arithmetic, variables, and a narrowing
 * whose result is not stored into a {@code float[]} at once. Two stored values may be compared.
 */
final class FloatStorage {
  private FloatStorage() {}

  /** What is wrong in one class file, as {@code class.method:line what}. */
  static List<String> violations(byte[] classFile) {
    List<String> found = new ArrayList<>();
    ClassReader reader = new ClassReader(classFile);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new Method(reader.getClassName() + "." + name, found);
          }
        },
        ClassReader.SKIP_FRAMES);
    return found;
  }

  private static final class Method extends MethodVisitor {
    private final String name;
    private final List<String> found;
    private int line;
    private boolean narrowed;

    Method(String name, List<String> found) {
      super(Opcodes.ASM9);
      this.name = name;
      this.found = found;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      line = number;
    }

    @Override
    public void visitInsn(int opcode) {
      next(opcode);
      switch (opcode) {
        case Opcodes.D2F, Opcodes.I2F, Opcodes.L2F -> narrowed = true;
        case Opcodes.FADD, Opcodes.FSUB, Opcodes.FMUL, Opcodes.FDIV, Opcodes.FREM, Opcodes.FNEG ->
            report("float arithmetic");
        case Opcodes.F2I, Opcodes.F2L -> report("float to integer");
        default -> {}
      }
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      next(opcode);
      if (opcode == Opcodes.FSTORE || opcode == Opcodes.FLOAD) {
        report("float variable or parameter");
      }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
      next(opcode);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      next(opcode);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
      next(opcode);
    }

    @Override
    public void visitMethodInsn(
        int opcode, String owner, String method, String descriptor, boolean onInterface) {
      next(opcode);
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
      next(opcode);
    }

    private void next(int opcode) {
      if (narrowed && opcode != Opcodes.FASTORE) {
        report("a value narrowed to float that is not stored into a float[]");
      }
      narrowed = false;
    }

    private void report(String what) {
      found.add(name + ":" + line + " " + what);
    }
  }
}
