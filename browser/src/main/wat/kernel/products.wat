;; Exact products of signed bytes and int16: sums[place][row].
;;
;; A tile multiplies some rows with some places. One load of weights is 4 rows by 2 columns; one load
;; of activations is the same 2 columns of one place, four times over. So each lane of a sum belongs
;; to one row, and nothing is left to add up across lanes. The shapes are those whose sums stay in
;; registers; unrolling the loop over columns made them slower.

;; 8 rows, half a panel, with 4 places
(func $tile8x4
  (param $weights i32) (param $x i32) (param $sums i32) (param $rowBytes i32)
  (local $end i32) (local $a v128) (each r 2 (local $w{r} v128))
  (each r 2 (local $sum{r}at0 v128))
  (each r 2 (local $sum{r}at1 v128))
  (each r 2 (local $sum{r}at2 v128))
  (each r 2 (local $sum{r}at3 v128))
  (local.set $end (i32.add (local.get $x) (i32.shl (global.get $units) (i32.const 1))))
  (loop $columns
    (each r 2 (local.set $w{r} (v128.load8x8_s offset={r*8} (local.get $weights))))
    (local.set $a (v128.load32_splat (local.get $x)))
    (each r 2
      (local.set $sum{r}at0
        (i32x4.add (local.get $sum{r}at0) (i32x4.dot_i16x8_s (local.get $w{r}) (local.get $a)))))
    (local.set $a (v128.load32_splat offset=2112 (local.get $x)))
    (each r 2
      (local.set $sum{r}at1
        (i32x4.add (local.get $sum{r}at1) (i32x4.dot_i16x8_s (local.get $w{r}) (local.get $a)))))
    (local.set $a (v128.load32_splat offset=4224 (local.get $x)))
    (each r 2
      (local.set $sum{r}at2
        (i32x4.add (local.get $sum{r}at2) (i32x4.dot_i16x8_s (local.get $w{r}) (local.get $a)))))
    (local.set $a (v128.load32_splat offset=6336 (local.get $x)))
    (each r 2
      (local.set $sum{r}at3
        (i32x4.add (local.get $sum{r}at3) (i32x4.dot_i16x8_s (local.get $w{r}) (local.get $a)))))
    (local.set $weights (i32.add (local.get $weights) (i32.const 32)))
    (br_if $columns
      (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 4))) (local.get $end))))
  (each r 2 (v128.store offset={r*16} (local.get $sums) (local.get $sum{r}at0)))
  (local.set $sums (i32.add (local.get $sums) (local.get $rowBytes)))
  (each r 2 (v128.store offset={r*16} (local.get $sums) (local.get $sum{r}at1)))
  (local.set $sums (i32.add (local.get $sums) (local.get $rowBytes)))
  (each r 2 (v128.store offset={r*16} (local.get $sums) (local.get $sum{r}at2)))
  (local.set $sums (i32.add (local.get $sums) (local.get $rowBytes)))
  (each r 2 (v128.store offset={r*16} (local.get $sums) (local.get $sum{r}at3))))

;; 16 rows with 2 places
(func $tile16x2
  (param $weights i32) (param $x i32) (param $sums i32) (param $rowBytes i32)
  (local $end i32) (local $a v128) (each r 4 (local $w{r} v128))
  (each r 4 (local $sum{r}at0 v128))
  (each r 4 (local $sum{r}at1 v128))
  (local.set $end (i32.add (local.get $x) (i32.shl (global.get $units) (i32.const 1))))
  (loop $columns
    (each r 4 (local.set $w{r} (v128.load8x8_s offset={r*8} (local.get $weights))))
    (local.set $a (v128.load32_splat (local.get $x)))
    (each r 4
      (local.set $sum{r}at0
        (i32x4.add (local.get $sum{r}at0) (i32x4.dot_i16x8_s (local.get $w{r}) (local.get $a)))))
    (local.set $a (v128.load32_splat offset=2112 (local.get $x)))
    (each r 4
      (local.set $sum{r}at1
        (i32x4.add (local.get $sum{r}at1) (i32x4.dot_i16x8_s (local.get $w{r}) (local.get $a)))))
    (local.set $weights (i32.add (local.get $weights) (i32.const 32)))
    (br_if $columns
      (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 4))) (local.get $end))))
  (each r 4 (v128.store offset={r*16} (local.get $sums) (local.get $sum{r}at0)))
  (local.set $sums (i32.add (local.get $sums) (local.get $rowBytes)))
  (each r 4 (v128.store offset={r*16} (local.get $sums) (local.get $sum{r}at1))))

;; 16 rows with 1 place
(func $tile16x1
  (param $weights i32) (param $x i32) (param $sums i32)
  (local $end i32) (local $a v128)
  (each r 4 (local $sum{r} v128))
  (local.set $end (i32.add (local.get $x) (i32.shl (global.get $units) (i32.const 1))))
  (loop $columns
    (local.set $a (v128.load32_splat (local.get $x)))
    (each r 4
      (local.set $sum{r}
        (i32x4.add
          (local.get $sum{r})
          (i32x4.dot_i16x8_s (v128.load8x8_s offset={r*8} (local.get $weights)) (local.get $a)))))
    (local.set $weights (i32.add (local.get $weights) (i32.const 32)))
    (br_if $columns
      (i32.lt_u (local.tee $x (i32.add (local.get $x) (i32.const 4))) (local.get $end))))
  (each r 4 (v128.store offset={r*16} (local.get $sums) (local.get $sum{r}))))

;; All rows of a matrix with the first $count places. A panel meets all places while it is in the
;; cache.
(func $products (export "products")
  (param $matrix i32) (param $activations i32) (param $sums i32) (param $rows i32)
  (param $count i32)
  (local $weights i32) (local $rowBytes i32) (local $end i32)
  (local $x i32) (local $out i32) (local $left i32)
  (local.set $rowBytes (i32.shl (local.get $rows) (i32.const 2)))
  (local.set $weights (i32.add (local.get $matrix) (i32.shl (local.get $rows) (i32.const 4))))
  (local.set $end (i32.add (local.get $sums) (local.get $rowBytes)))
  (loop $panels
    (local.set $x (local.get $activations))
    (local.set $out (local.get $sums))
    (local.set $left (local.get $count))
    (block $fewer
      (loop $fours
        (br_if $fewer (i32.lt_u (local.get $left) (i32.const 4)))
        (call $tile8x4
          (local.get $weights) (local.get $x) (local.get $out) (local.get $rowBytes))
        (call $tile8x4
          (i32.add (local.get $weights) (i32.const 16))
          (local.get $x)
          (i32.add (local.get $out) (i32.const 32))
          (local.get $rowBytes))
        (local.set $x (i32.add (local.get $x) (i32.const 8448)))
        (local.set $out (i32.add (local.get $out) (i32.shl (local.get $rowBytes) (i32.const 2))))
        (local.set $left (i32.sub (local.get $left) (i32.const 4)))
        (br $fours)))
    (if (i32.and (local.get $left) (i32.const 2))
      (then
        (call $tile16x2
          (local.get $weights) (local.get $x) (local.get $out) (local.get $rowBytes))
        (local.set $x (i32.add (local.get $x) (i32.const 4224)))
        (local.set $out (i32.add (local.get $out) (i32.shl (local.get $rowBytes) (i32.const 1))))))
    (if (i32.and (local.get $left) (i32.const 1))
      (then
        (call $tile16x1 (local.get $weights) (local.get $x) (local.get $out))))
    ;; 16 rows of P bytes
    (local.set $weights (i32.add (local.get $weights) (i32.shl (global.get $units) (i32.const 4))))
    (br_if $panels
      (i32.lt_u (local.tee $sums (i32.add (local.get $sums) (i32.const 64))) (local.get $end)))))
