;; The step of a recurrent network in WebAssembly simd128: the bits of the scalar Java in `shared`,
;; package `network`, sooner. SimdKernel.java lays a network out in this memory, once, and calls
;; `step`. One instance holds one network. The files of this folder are one module.
;;
;; (each NAME COUNT FORM...) is no WAT: the build writes every FORM out COUNT times in a row, {NAME}
;; being 0, 1, ... and {NAME*16} being 0, 16, ...
;;
;; P   units of a layer, padded with zeros to a multiple of 16. A unit of the padding stays zero:
;;     its weights, factors and biases are 0, so its candidate is tanh(0) = 0.
;; G   gates of a cell, 3 or 4. Row g * P + u of a matrix belongs to gate g of unit u.
;;
;; A matrix has a number of rows that is a multiple of 16, and P columns; its address is a multiple
;; of 16:
;;   scales   [rows / 2] of { factor f64x2, bias f64x2 }; the real value is sum * factor + bias
;;   weights  [rows / 16][P / 2][16 rows][2 columns] signed bytes
;; The 16 rows are a panel; a tile (products.wat) reads it from front to back.
;;
;; Activations are int16, 1.0 is 16384. Those of two places lie 2112 bytes apart: room for the 1024
;; units that are allowed, and 64 bytes more, since places a power of two apart would compete for
;; the same lines of the cache.

(memory (export "memory") 1)

;; --- The network -----------------------------------------------------------------------------

;; 0 GRU reset-after, 1 GRU reset-before, 2 LSTM
(global $cell (mut i32) (i32.const 0))
(global $layers (mut i32) (i32.const 0))
;; P
(global $units (mut i32) (i32.const 0))
;; V
(global $vocabulary (mut i32) (i32.const 0))
;; The token that leaves a place as it is, or -1
(global $maskToken (mut i32) (i32.const 0))
;; [V][G * P] doubles: W_ih x + b_ih of the first layer, for each token
(global $table (mut i32) (i32.const 0))
;; W_hh of each layer. For reset-before that is two matrices: of r and z, and of the candidate
(global $hidden (mut i32) (i32.const 0))
;; W_ih of each layer above the first
(global $below (mut i32) (i32.const 0))
;; The output layer: V rows and padding
(global $output (mut i32) (i32.const 0))
;; G * P
(global $gateRows (mut i32) (i32.const 0))

(func (export "network")
  (param $cell i32) (param $layers i32) (param $units i32)
  (param $vocabulary i32) (param $maskToken i32)
  (param $table i32) (param $hidden i32) (param $below i32) (param $output i32)
  (global.set $cell (local.get $cell))
  (global.set $layers (local.get $layers))
  (global.set $units (local.get $units))
  (global.set $vocabulary (local.get $vocabulary))
  (global.set $maskToken (local.get $maskToken))
  (global.set $table (local.get $table))
  (global.set $hidden (local.get $hidden))
  (global.set $below (local.get $below))
  (global.set $output (local.get $output))
  (global.set $gateRows
    (i32.mul
      (local.get $units)
      (select (i32.const 4) (i32.const 3) (i32.eq (local.get $cell) (i32.const 2))))))

;; --- The places ------------------------------------------------------------------------------

(global $places (mut i32) (i32.const 0))
;; [places] token ids, written by the caller
(global $tokens (mut i32) (i32.const 0))
;; [places][V] doubles, read by the caller; and one more, see $readOut
(global $logits (mut i32) (i32.const 0))
;; [places] of h [layers][P] doubles, then for an LSTM c [layers][P] doubles
(global $states (mut i32) (i32.const 0))
;; [layers + 1][places]: those of h, and of r * h
(global $activations (mut i32) (i32.const 0))
;; Scratch: 32-bit sums, [places][the most rows of any matrix]
(global $sums (mut i32) (i32.const 0))
;; Scratch: sums of W_ih x of a layer above the first, [places][G * P]
(global $belowSums (mut i32) (i32.const 0))
;; Scratch: W_ih x + b_ih of one place, [G * P] doubles
(global $input (mut i32) (i32.const 0))
;; Scratch: gates, [G * P] doubles; for reset-before of every place, since z waits for the candidate
(global $gates (mut i32) (i32.const 0))

(func (export "places")
  (param $places i32)
  (param $tokens i32) (param $logits i32) (param $states i32) (param $activations i32)
  (param $sums i32) (param $belowSums i32) (param $input i32) (param $gates i32)
  (global.set $places (local.get $places))
  (global.set $tokens (local.get $tokens))
  (global.set $logits (local.get $logits))
  (global.set $states (local.get $states))
  (global.set $activations (local.get $activations))
  (global.set $sums (local.get $sums))
  (global.set $belowSums (local.get $belowSums))
  (global.set $input (local.get $input))
  (global.set $gates (local.get $gates)))

;; --- Where things are ------------------------------------------------------------------------

(func $tokenOf (param $place i32) (result i32)
  (i32.load (i32.add (global.get $tokens) (i32.shl (local.get $place) (i32.const 2)))))

(func $isMasked (param $place i32) (result i32)
  (i32.eq (call $tokenOf (local.get $place)) (global.get $maskToken)))

;; [P] doubles, in bytes
(func $unitBytes (result i32)
  (i32.shl (global.get $units) (i32.const 3)))

;; h of a layer of a place
(func $hOf (param $layer i32) (param $place i32) (result i32)
  (i32.add
    (global.get $states)
    (i32.mul
      (call $unitBytes)
      (i32.add
        (local.get $layer)
        (i32.mul
          (local.get $place)
          (i32.shl (global.get $layers) (i32.eq (global.get $cell) (i32.const 2))))))))

;; c of a layer of a place
(func $cOf (param $layer i32) (param $place i32) (result i32)
  (i32.add
    (call $hOf (local.get $layer) (local.get $place))
    (i32.mul (call $unitBytes) (global.get $layers))))

(func $activationsOf (param $layer i32) (param $place i32) (result i32)
  (i32.add
    (global.get $activations)
    (i32.mul
      (i32.add (i32.mul (local.get $layer) (global.get $places)) (local.get $place))
      (i32.const 2112))))

;; The sums of a place in an array of [places][rows]
(func $sumsOf (param $sums i32) (param $rows i32) (param $place i32) (result i32)
  (i32.add
    (local.get $sums)
    (i32.shl (i32.mul (local.get $place) (local.get $rows)) (i32.const 2))))

(func $gatesOf (param $place i32) (result i32)
  (i32.add
    (global.get $gates)
    (select
      (i32.mul (local.get $place) (i32.shl (global.get $gateRows) (i32.const 3)))
      (i32.const 0)
      (i32.eq (global.get $cell) (i32.const 1)))))

;; Scales and weights, in bytes
(func $matrixBytes (param $rows i32) (result i32)
  (i32.mul (local.get $rows) (i32.add (global.get $units) (i32.const 16))))

(func $hiddenOf (param $layer i32) (result i32)
  (i32.add
    (global.get $hidden)
    (i32.mul (local.get $layer) (call $matrixBytes (global.get $gateRows)))))

(func $belowOf (param $layer i32) (result i32)
  (i32.add
    (global.get $below)
    (i32.mul
      (i32.sub (local.get $layer) (i32.const 1))
      (call $matrixBytes (global.get $gateRows)))))
