;; A step: every layer from below upwards, then the output layer. Products are made for all places,
;; also for one that is fed the mask token; its memory is left as it is.

;; Feeds tokens[place] to the first $count places, one or more, and writes their logits.
(func (export "step") (param $count i32)
  (local $layer i32)
  (loop $upwards
    (if (local.get $layer)
      (then (call $productsFromBelow (local.get $layer) (local.get $count))))
    (if (i32.eq (global.get $cell) (i32.const 0))
      (then (call $gruResetAfter (local.get $layer) (local.get $count))))
    (if (i32.eq (global.get $cell) (i32.const 1))
      (then (call $gruResetBefore (local.get $layer) (local.get $count))))
    (if (i32.eq (global.get $cell) (i32.const 2))
      (then (call $lstm (local.get $layer) (local.get $count))))
    (br_if $upwards
      (i32.lt_u
        (local.tee $layer (i32.add (local.get $layer) (i32.const 1)))
        (global.get $layers))))
  (call $readOut (local.get $count)))

(func $productsFromBelow (param $layer i32) (param $count i32)
  (call $products
    (call $belowOf (local.get $layer))
    (call $activationsOf (i32.sub (local.get $layer) (i32.const 1)) (i32.const 0))
    (global.get $belowSums)
    (global.get $gateRows)
    (local.get $count)))

;; W_ih x + b_ih of a place, [G * P] doubles: a row of the table, or the rescaled sums from below.
(func $inputOf (param $layer i32) (param $place i32) (result i32)
  (if (i32.eqz (local.get $layer))
    (then
      (return
        (i32.add
          (global.get $table)
          (i32.shl
            (i32.mul (call $tokenOf (local.get $place)) (global.get $gateRows))
            (i32.const 3))))))
  (call $rescale
    (call $sumsOf (global.get $belowSums) (global.get $gateRows) (local.get $place))
    (call $belowOf (local.get $layer))
    (global.get $input)
    (global.get $gateRows))
  (global.get $input))

;; r, z = sigmoid(input + hidden), n = tanh(input + r * hidden), h = (1 - z) * n + z * h
(func $gruResetAfter (param $layer i32) (param $count i32)
  (local $place i32) (local $input i32) (local $sums i32) (local $scales i32)
  (local $r i32) (local $z i32) (local $n i32) (local $h i32) (local $rows i32)
  (local.set $rows (i32.shl (global.get $units) (i32.const 1)))
  (local.set $scales (call $hiddenOf (local.get $layer)))
  (local.set $r (global.get $gates))
  (local.set $z (i32.add (local.get $r) (call $unitBytes)))
  (local.set $n (i32.add (local.get $z) (call $unitBytes)))
  (call $products
    (local.get $scales)
    (call $activationsOf (local.get $layer) (i32.const 0))
    (global.get $sums)
    (global.get $gateRows)
    (local.get $count))
  (loop $all
    (if (i32.eqz (call $isMasked (local.get $place)))
      (then
        (local.set $input (call $inputOf (local.get $layer) (local.get $place)))
        (local.set $sums
          (call $sumsOf (global.get $sums) (global.get $gateRows) (local.get $place)))
        (local.set $h (call $hOf (local.get $layer) (local.get $place)))
        (call $preactivations
          (local.get $input) (local.get $sums) (local.get $scales) (local.get $r)
          (local.get $rows))
        (call $sigmoids (local.get $r) (local.get $rows))
        ;; From the rows of r and z on to those of n: 8 bytes, 4 bytes and 16 bytes a row.
        (call $resetAfter
          (i32.add (local.get $input) (i32.shl (local.get $rows) (i32.const 3)))
          (i32.add (local.get $sums) (i32.shl (local.get $rows) (i32.const 2)))
          (i32.add (local.get $scales) (i32.shl (local.get $rows) (i32.const 4)))
          (local.get $r)
          (local.get $n))
        (call $tanhs (local.get $n) (global.get $units))
        (call $blend (local.get $z) (local.get $n) (local.get $h))
        (call $quantise
          (local.get $h)
          (call $activationsOf (local.get $layer) (local.get $place)))))
    (br_if $all
      (i32.lt_u
        (local.tee $place (i32.add (local.get $place) (i32.const 1)))
        (local.get $count)))))

;; r, z = sigmoid(input + hidden), n = tanh(input + W_hn (r * h) + b_hn), h = (1 - z) * n + z * h
(func $gruResetBefore (param $layer i32) (param $count i32)
  (local $place i32) (local $input i32) (local $scales i32) (local $candidate i32)
  (local $r i32) (local $z i32) (local $n i32) (local $h i32) (local $rows i32)
  (local.set $rows (i32.shl (global.get $units) (i32.const 1)))
  (local.set $scales (call $hiddenOf (local.get $layer)))
  (local.set $candidate (i32.add (local.get $scales) (call $matrixBytes (local.get $rows))))
  (call $products
    (local.get $scales)
    (call $activationsOf (local.get $layer) (i32.const 0))
    (global.get $sums)
    (local.get $rows)
    (local.get $count))
  (loop $all
    (if (i32.eqz (call $isMasked (local.get $place)))
      (then
        (local.set $r (call $gatesOf (local.get $place)))
        (call $preactivations
          (call $inputOf (local.get $layer) (local.get $place))
          (call $sumsOf (global.get $sums) (local.get $rows) (local.get $place))
          (local.get $scales)
          (local.get $r)
          (local.get $rows))
        (call $sigmoids (local.get $r) (local.get $rows))
        (call $resetBefore (local.get $r) (call $hOf (local.get $layer) (local.get $place)))
        (call $quantise
          (local.get $r)
          (call $activationsOf (global.get $layers) (local.get $place)))))
    (br_if $all
      (i32.lt_u
        (local.tee $place (i32.add (local.get $place) (i32.const 1)))
        (local.get $count))))
  (call $products
    (local.get $candidate)
    (call $activationsOf (global.get $layers) (i32.const 0))
    (global.get $sums)
    (global.get $units)
    (local.get $count))
  (local.set $place (i32.const 0))
  (loop $again
    (if (i32.eqz (call $isMasked (local.get $place)))
      (then
        (local.set $input (call $inputOf (local.get $layer) (local.get $place)))
        (local.set $h (call $hOf (local.get $layer) (local.get $place)))
        (local.set $z (i32.add (call $gatesOf (local.get $place)) (call $unitBytes)))
        (local.set $n (i32.add (local.get $z) (call $unitBytes)))
        (call $preactivations
          (i32.add (local.get $input) (i32.shl (local.get $rows) (i32.const 3)))
          (call $sumsOf (global.get $sums) (global.get $units) (local.get $place))
          (local.get $candidate)
          (local.get $n)
          (global.get $units))
        (call $tanhs (local.get $n) (global.get $units))
        (call $blend (local.get $z) (local.get $n) (local.get $h))
        (call $quantise
          (local.get $h)
          (call $activationsOf (local.get $layer) (local.get $place)))))
    (br_if $again
      (i32.lt_u
        (local.tee $place (i32.add (local.get $place) (i32.const 1)))
        (local.get $count)))))

;; i, f, o = sigmoid(input + hidden), g = tanh(input + hidden), c = f * c + i * g, h = o * tanh(c)
(func $lstm (param $layer i32) (param $count i32)
  (local $place i32) (local $scales i32)
  (local $i i32) (local $f i32) (local $g i32) (local $o i32) (local $h i32)
  (local.set $scales (call $hiddenOf (local.get $layer)))
  (local.set $i (global.get $gates))
  (local.set $f (i32.add (local.get $i) (call $unitBytes)))
  (local.set $g (i32.add (local.get $f) (call $unitBytes)))
  (local.set $o (i32.add (local.get $g) (call $unitBytes)))
  (call $products
    (local.get $scales)
    (call $activationsOf (local.get $layer) (i32.const 0))
    (global.get $sums)
    (global.get $gateRows)
    (local.get $count))
  (loop $all
    (if (i32.eqz (call $isMasked (local.get $place)))
      (then
        (local.set $h (call $hOf (local.get $layer) (local.get $place)))
        (call $preactivations
          (call $inputOf (local.get $layer) (local.get $place))
          (call $sumsOf (global.get $sums) (global.get $gateRows) (local.get $place))
          (local.get $scales)
          (local.get $i)
          (global.get $gateRows))
        (call $sigmoids (local.get $i) (i32.shl (global.get $units) (i32.const 1)))
        (call $tanhs (local.get $g) (global.get $units))
        (call $sigmoids (local.get $o) (global.get $units))
        (call $remember
          (local.get $i)
          (local.get $f)
          (local.get $g)
          (call $cOf (local.get $layer) (local.get $place)))
        (call $tanhs (local.get $i) (global.get $units))
        (call $reveal (local.get $o) (local.get $i) (local.get $h))
        (call $quantise
          (local.get $h)
          (call $activationsOf (local.get $layer) (local.get $place)))))
    (br_if $all
      (i32.lt_u
        (local.tee $place (i32.add (local.get $place) (i32.const 1)))
        (local.get $count)))))

;; Where V is odd, a row of logits is one number too long; the next row is written over it.
(func $readOut (param $count i32)
  (local $rows i32) (local $place i32)
  (local.set $rows (i32.and (i32.add (global.get $vocabulary) (i32.const 15)) (i32.const -16)))
  (call $products
    (global.get $output)
    (call $activationsOf (i32.sub (global.get $layers) (i32.const 1)) (i32.const 0))
    (global.get $sums)
    (local.get $rows)
    (local.get $count))
  (loop $all
    (call $rescale
      (call $sumsOf (global.get $sums) (local.get $rows) (local.get $place))
      (global.get $output)
      (i32.add
        (global.get $logits)
        (i32.shl (i32.mul (local.get $place) (global.get $vocabulary)) (i32.const 3)))
      (global.get $vocabulary))
    (br_if $all
      (i32.lt_u
        (local.tee $place (i32.add (local.get $place) (i32.const 1)))
        (local.get $count)))))

;; Makes the activations of a place, after the caller has written its h.
(func (export "wake") (param $place i32)
  (local $layer i32)
  (loop $upwards
    (call $quantise
      (call $hOf (local.get $layer) (local.get $place))
      (call $activationsOf (local.get $layer) (local.get $place)))
    (br_if $upwards
      (i32.lt_u
        (local.tee $layer (i32.add (local.get $layer) (i32.const 1)))
        (global.get $layers)))))
