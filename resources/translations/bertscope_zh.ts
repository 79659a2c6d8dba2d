<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh" sourcelanguage="en">
  <context>
    <name>window</name>
    <message>
      <source>Step {gone:,} is not kept any more: step {near:,} is shown.</source>
      <translation>第 {gone:,} 步已不再保存：现在显示第 {near:,} 步。</translation>
    </message>
    <message>
      <source>Step {gone:,} is not kept any more: B is step {near:,}.</source>
      <translation>第 {gone:,} 步已不再保存：B 改为第 {near:,} 步。</translation>
    </message>
    <message>
      <source>{of} on {host}:</source>
      <translation>{host} 上的{of}：</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>layers down, heads across</source>
      <translation>行为层，列为头</translation>
    </message>
    <message>
      <source>layers down, heads across · B − A of the greatest of each block of tokens</source>
      <translation>行为层，列为头 · 每个词元块最大值的 B − A</translation>
    </message>
    <message>
      <source>B − A of the greatest of each block</source>
      <translation>每块最大值的 B − A</translation>
    </message>
    <message>
      <source>B − A, blocks</source>
      <translation>B − A，分块</translation>
    </message>
    <message>
      <source>query down, key across</source>
      <translation>行为查询，列为键</translation>
    </message>
    <message>
      <source>Attention: layer by head</source>
      <translation>注意力：按层和头</translation>
    </message>
    <message>
      <source>No token of this pair is on that side: choose another filter.</source>
      <translation>这个句对在那一侧没有词元：请选择其他筛选。</translation>
    </message>
    <message>
      <source>layer {layer} · head {head}</source>
      <translation>第 {layer} 层 · 头 {head}</translation>
    </message>
    <message>
      <source>{changes} %-points</source>
      <translation>{changes} 个百分点</translation>
    </message>
    <message>
      <source>A line from a query to each key that it looks at; the stronger, the greater the weight softmax(q·k/√d).</source>
      <translation>从查询到它所关注的每个键的连线；权重 softmax(q·k/√d) 越大，线越明显。</translation>
    </message>
    <message>
      <source>A row a query, a column a key: each row is softmax(q·k/√d) over the keys and sums to one. Several heads are shown as their mean.</source>
      <translation>每行一个查询，每列一个键：每行是对所有键的 softmax(q·k/√d)，和为 1。多个头显示为均值。</translation>
    </message>
    <message>
      <source>Attention from the tokens of one sentence to those of another alone; the weights stay as they are.</source>
      <translation>只显示从一个句子的词元到另一个句子的词元的注意力；权重保持不变。</translation>
    </message>
    <message>
      <source>Show [CLS] and [SEP] too: many heads rest on them. Hidden weights are not redistributed.</source>
      <translation>也显示 [CLS] 和 [SEP]：许多头停留在它们上面。隐藏的权重不会重新分配。</translation>
    </message>
    <message>
      <source>Show the mean of the shown heads' weights instead of each head in its own colour.</source>
      <translation>显示所示各头权重的均值，而不是每个头用各自的颜色。</translation>
    </message>
    <message>
      <source>Show all heads of the layer, each in its own colour: multi-head attention reads the pair in all these ways at once.</source>
      <translation>显示该层的所有头，各用自己的颜色：多头注意力同时以这些方式阅读句对。</translation>
    </message>
    <message>
      <source>Attention as lines</source>
      <translation>以连线显示注意力</translation>
    </message>
    <message>
      <source>Attention as a matrix</source>
      <translation>以矩阵显示注意力</translation>
    </message>
    <message>
      <source>Attention from which sentence to which</source>
      <translation>从哪个句子到哪个句子的注意力</translation>
    </message>
    <message>
      <source>Show [CLS] and [SEP]</source>
      <translation>显示 [CLS] 和 [SEP]</translation>
    </message>
    <message>
      <source>Show the mean of the heads</source>
      <translation>显示各头的均值</translation>
    </message>
    <message>
      <source>Show all heads of the layer</source>
      <translation>显示该层的所有头</translation>
    </message>
    <message>
      <source>Show all heads</source>
      <translation>显示所有头</translation>
    </message>
    <message>
      <source>lines</source>
      <translation>连线</translation>
    </message>
    <message>
      <source>matrix</source>
      <translation>矩阵</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>均值</translation>
    </message>
    <message>
      <source>all heads</source>
      <translation>所有头</translation>
    </message>
    <message>
      <source>Show attention as lines</source>
      <translation>以连线显示注意力</translation>
    </message>
    <message>
      <source>Show attention as a matrix</source>
      <translation>以矩阵显示注意力</translation>
    </message>
    <message>
      <source>Filter attention</source>
      <translation>筛选注意力</translation>
    </message>
    <message>
      <source>Show the mean of heads</source>
      <translation>显示头的均值</translation>
    </message>
    <message>
      <source>{quarters} · to/from {specials} %</source>
      <translation>{quarters} · 来往 {specials} %</translation>
    </message>
    <message>
      <source>q·k = {dot} · / {root} = {score} · softmax over {keys} keys → {weight}</source>
      <translation>q·k = {dot} · / {root} = {score} · 对 {keys} 个键 softmax → {weight}</translation>
    </message>
    <message>
      <source>Look closely at a pair</source>
      <translation>细看一对词元</translation>
    </message>
    <message>
      <source>{query} → {key} · head {head}</source>
      <translation>{query} → {key} · 头 {head}</translation>
    </message>
    <message>
      <source>{link}, the first of {count} shown</source>
      <translation>{link}，所示 {count} 个中的第一个</translation>
    </message>
    <message>
      <source>q·k / √{root} with every key</source>
      <translation>与每个键的 q·k / √{root}</translation>
    </message>
    <message>
      <source>after softmax: {token} wins with {weight:.3f}</source>
      <translation>softmax 之后：{token} 以 {weight:.3f} 胜出</translation>
    </message>
    <message>
      <source>Waiting for the engine: here stands which token looks at which.</source>
      <translation>正在等待引擎：这里显示哪个词元关注哪个词元。</translation>
    </message>
    <message>
      <source>special</source>
      <translation>特殊</translation>
    </message>
    <message>
      <source>head {head}</source>
      <translation>头 {head}</translation>
    </message>
    <message>
      <source>{token} ({position}) looks most at: {others}</source>
      <translation>{token}（{position}）最关注：{others}</translation>
    </message>
    <message>
      <source>{token} ({position}) is looked at most by: {others}</source>
      <translation>最关注 {token}（{position}）的是：{others}</translation>
    </message>
    <message>
      <source>{token} ({position}) changed most to: {others}</source>
      <translation>{token}（{position}）变化最大的去向：{others}</translation>
    </message>
    <message>
      <source>{token} ({position}) changed most from: {others}</source>
      <translation>{token}（{position}）变化最大的来向：{others}</translation>
    </message>
    <message>
      <source>mean of heads {heads}</source>
      <translation>头 {heads} 的均值</translation>
    </message>
    <message>
      <source>heads {heads}</source>
      <translation>头 {heads}</translation>
    </message>
    <message>
      <source>{side} · layer {layer} · {heads}</source>
      <translation>{side} · 第 {layer} 层 · {heads}</translation>
    </message>
    <message>
      <source>Layer {layer} · {heads}</source>
      <translation>第 {layer} 层 · {heads}</translation>
    </message>
    <message>
      <source>{query} → {key}: {weight} (layer {layer}, {heads})</source>
      <translation>{query} → {key}：{weight}（第 {layer} 层，{heads}）</translation>
    </message>
    <message>
      <source>{told} on the mean</source>
      <translation>{told}（均值）</translation>
    </message>
    <message>
      <source>Click a head to see it alone, Ctrl+click to see it beside others. By keyboard: arrows choose, Ctrl+arrows move, Space shows or hides, A shows all; Page Up and Down move between tokens, Q and K take one as query or as key, Escape ends the close look.</source>
      <translation>点击一个头可单独查看，Ctrl+点击可与其他头并列查看。键盘操作：方向键选择，Ctrl+方向键移动，空格键显示或隐藏，A 显示全部；Page Up 和 Page Down 在词元间移动，Q 和 K 把词元取为查询或键，Esc 结束细看。</translation>
    </message>
    <message>
      <source>The pair is long: a thumbnail is the difference of the greatest weight of each block of neighbours in A and in B.</source>
      <translation>句对较长：缩略图显示 A 与 B 中每个相邻词元块最大权重之差。</translation>
    </message>
    <message>
      <source>B − A of the weights, on one scale about zero. A solid orange line is a weight that is greater in B, a dashed purple one is less there.</source>
      <translation>权重的 B − A，以零为中心的色标。橙色实线表示 B 中较大的权重，紫色虚线表示 B 中较小的权重。</translation>
    </message>
    <message>
      <source>Each head turns a token's query q and every token's key k into weights, softmax(q·k/√d): how much the token takes over from each of the others. Rows are layers, columns are heads.</source>
      <translation>每个头把一个词元的查询 q 与每个词元的键 k 变为权重 softmax(q·k/√d)：该词元从其他各词元吸收多少信息。行为层，列为头。</translation>
    </message>
    <message>
      <source>Click to see how the weight comes from query and key.</source>
      <translation>点击可查看权重如何由查询和键得出。</translation>
    </message>
    <message>
      <source>Colours end at ±{limit:g}.</source>
      <translation>颜色两端为 ±{limit:g}。</translation>
    </message>
    <message>
      <source>lines from {share:.0f} %: {count:,} of {total:,}</source>
      <translation>{share:.0f} % 以上的连线：{count:,}/{total:,}</translation>
    </message>
    <message>
      <source>no weight reaches {share:.0f} %</source>
      <translation>没有权重达到 {share:.0f} %</translation>
    </message>
    <message>
      <source>changes from ±{least:g}: {count:,} of {total:,}</source>
      <translation>±{least:g} 以上的变化：{count:,}/{total:,}</translation>
    </message>
    <message>
      <source>no weight changed by {least:g}</source>
      <translation>没有权重的变化达到 {least:g}</translation>
    </message>
    <message>
      <source>weights as they are: hidden ones are not redistributed</source>
      <translation>权重保持原样：隐藏的权重不重新分配</translation>
    </message>
    <message>
      <source>{side} · layer {layer} · heads</source>
      <translation>{side} · 第 {layer} 层 · 头</translation>
    </message>
    <message>
      <source>Layer {layer} · heads</source>
      <translation>第 {layer} 层 · 头</translation>
    </message>
    <message>
      <source>fell</source>
      <translation>下降</translation>
    </message>
    <message>
      <source>grew</source>
      <translation>上升</translation>
    </message>
    <message>
      <source>The way on</source>
      <translation>后续操作</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>关闭提示</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min left</source>
      <translation>剩余 {hours} 小时 {minutes} 分</translation>
    </message>
    <message>
      <source>{seconds} s left</source>
      <translation>剩余 {seconds} 秒</translation>
    </message>
    <message>
      <source>{minutes} min left</source>
      <translation>剩余 {minutes} 分钟</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Cancel: {words}</source>
      <translation>取消：{words}</translation>
    </message>
    <message>
      <source>{name}: choose a name that ends in .png or .svg.</source>
      <translation>{name}：请选择以 .png 或 .svg 结尾的文件名。</translation>
    </message>
    <message>
      <source>{path} can't be written ({error}): choose another place.</source>
      <translation>无法写入 {path}（{error}）：请选择其他位置。</translation>
    </message>
    <message>
      <source>exit code {code}</source>
      <translation>退出码 {code}</translation>
    </message>
    <message>
      <source>norm {norm}</source>
      <translation>范数 {norm}</translation>
    </message>
    <message>
      <source>cosine to {layer} {cosine}</source>
      <translation>与{layer}的余弦 {cosine}</translation>
    </message>
    <message>
      <source>bar: 1 − cosine to the layer before</source>
      <translation>条形：1 − 与前一层的余弦</translation>
    </message>
    <message>
      <source>bars: 1 − cosine to the layer before, A above B</source>
      <translation>条形：1 − 与前一层的余弦，A 在 B 上方</translation>
    </message>
    <message>
      <source>How much each layer changes the states: 1 − cos(h_l, h_(l−1)), on the mean of all tokens, or of the one that is lit. Rightwards is more; A is solid, B is dashed.</source>
      <translation>每层对状态的改变：1 − cos(h_l, h_(l−1))，取所有词元的均值，或取突出显示的词元。越靠右变化越大；A 为实线，B 为虚线。</translation>
    </message>
    <message>
      <source>1 − cos, 0 to {end:.2f}</source>
      <translation>1 − cos，0 至 {end:.2f}</translation>
    </message>
    <message>
      <source>to {end:.2f}</source>
      <translation>至 {end:.2f}</translation>
    </message>
    <message>
      <source>Waiting for the engine: here stands each token's vector after every layer.</source>
      <translation>正在等待引擎：这里显示每一层之后各词元的向量。</translation>
    </message>
    <message>
      <source>Every layer reads the states of all tokens and writes new ones: h_l = Layer_l(h_(l−1)), h_0 the sum after LayerNorm. Below each strip stands how much the layer changed it: 1 − cos(h_l, h_(l−1)). A click opens the vector.</source>
      <translation>每一层读取所有词元的状态并写出新的状态：h_l = Layer_l(h_(l−1))，h_0 为 LayerNorm 之后的和。每个色条下方是该层对它的改变：1 − cos(h_l, h_(l−1))。点击可打开向量。</translation>
    </message>
    <message>
      <source>Hidden states of every layer</source>
      <translation>每一层的隐藏状态</translation>
    </message>
    <message>
      <source>Tokens by layer</source>
      <translation>各层的词元</translation>
    </message>
    <message>
      <source>Vocabulary</source>
      <translation>词表</translation>
    </message>
    <message>
      <source>PCA</source>
      <translation>PCA</translation>
    </message>
    <message>
      <source>PCA of directions</source>
      <translation>方向的 PCA</translation>
    </message>
    <message>
      <source>What the map shows</source>
      <translation>映射图显示的内容</translation>
    </message>
    <message>
      <source>The pair's tokens on their way through the layers, or all token embeddings</source>
      <translation>句对的词元穿过各层的路径，或所有词元嵌入</translation>
    </message>
    <message>
      <source>Projection of the map</source>
      <translation>映射图的投影</translation>
    </message>
    <message>
      <source>PCA of the hidden states h, or of their directions h / |h|, where norms don't count</source>
      <translation>对隐藏状态 h 作 PCA，或对其方向 h / |h| 作 PCA，后者不计范数</translation>
    </message>
    <message>
      <source>Search the vocabulary</source>
      <translation>搜索词表</translation>
    </message>
    <message>
      <source>begins with …</source>
      <translation>开头为…</translation>
    </message>
    <message>
      <source>Marks the entries of the vocabulary that begin so; ## is a piece</source>
      <translation>标出词表中以此开头的条目；## 表示子词</translation>
    </message>
    <message>
      <source>Choose the projection</source>
      <translation>选择投影</translation>
    </message>
    <message>
      <source>Search the map</source>
      <translation>搜索映射图</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>清除搜索</translation>
    </message>
    <message>
      <source>Choose the map</source>
      <translation>选择映射图</translation>
    </message>
    <message>
      <source>PC 1 &amp; 2, turned</source>
      <translation>PC 1 &amp; 2，已旋转</translation>
    </message>
    <message>
      <source>{share:.0f} % of the variance</source>
      <translation>方差的 {share:.0f} %</translation>
    </message>
    <message>
      <source>sentence {name}</source>
      <translation>句子 {name}</translation>
    </message>
    <message>
      <source>chosen</source>
      <translation>选中</translation>
    </message>
    <message>
      <source>Waiting for the engine: here goes each token's way through the layers.</source>
      <translation>正在等待引擎：这里显示每个词元穿过各层的路径。</translation>
    </message>
    <message>
      <source>Waiting for the engine: here stands every token of the vocabulary.</source>
      <translation>正在等待引擎：这里显示词表中的每个词元。</translation>
    </message>
    <message>
      <source>The two directions along which the vectors differ most (PCA): point = (u₁·(h − mean), u₂·(h − mean)). A line follows a token from the input to the last layer; the axes say what share of the variance they show. Wheel and drag look closer.</source>
      <translation>向量差异最大的两个方向（PCA）：点 = (u₁·(h − 均值), u₂·(h − 均值))。一条线跟随一个词元从输入到最后一层；坐标轴标明它们所示方差的占比。滚轮和拖动可放大细看。</translation>
    </message>
    <message>
      <source>Map of tokens and of the vocabulary</source>
      <translation>词元与词表的映射图</translation>
    </message>
    <message>
      <source>Look closer at the map</source>
      <translation>放大映射图</translation>
    </message>
    <message>
      <source>model {name}</source>
      <translation>模型 {name}</translation>
    </message>
    <message>
      <source>input → layer {layer}</source>
      <translation>输入 → 第 {layer} 层</translation>
    </message>
    <message>
      <source>share of the sum {sum}</source>
      <translation>在和 {sum} 中的占比</translation>
    </message>
    <message>
      <source>{count} values</source>
      <translation>{count} 个值</translation>
    </message>
    <message>
      <source>cosine to the tokens</source>
      <translation>与各词元的余弦</translation>
    </message>
    <message>
      <source>nearest in the vocabulary</source>
      <translation>词表中最近的</translation>
    </message>
    <message>
      <source>token</source>
      <translation>词元</translation>
    </message>
    <message>
      <source>segment</source>
      <translation>片段</translation>
    </message>
    <message>
      <source>position</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>sum</source>
      <translation>和</translation>
    </message>
    <message>
      <source>tok</source>
      <translation>词</translation>
    </message>
    <message>
      <source>seg</source>
      <translation>片</translation>
    </message>
    <message>
      <source>pos</source>
      <translation>位</translation>
    </message>
    <message>
      <source>position {position}</source>
      <translation>位置 {position}</translation>
    </message>
    <message>
      <source>nearest</source>
      <translation>最近的</translation>
    </message>
    <message>
      <source>Every value of the vector, one bar a dimension. std is over the dimensions; norm = √(Σ value²). Left and Right go to the next token, Up and Down to the next row.</source>
      <translation>向量的每个值，每个维度一个条形。标准差按各维度计算；范数 = √(Σ 值²)。左右键切换到相邻词元，上下键切换到相邻行。</translation>
    </message>
    <message>
      <source>The same values, folded line by line as in the figure.</source>
      <translation>同样的值，像输入图中那样逐行折叠。</translation>
    </message>
    <message>
      <source>How much of the sum x each row contributes along it: share = ⟨e, x⟩ / ⟨x, x⟩. The three shares add up to 1; a row that points away from the sum has a negative one.</source>
      <translation>各行沿和 x 的方向对它的贡献：占比 = ⟨e, x⟩ / ⟨x, x⟩。三个占比之和为 1；背离和的方向的一行，占比为负。</translation>
    </message>
    <message>
      <source>The cosine to the same row of every token of the pair, by position: cos = ⟨u, v⟩ / (|u| |v|). A click opens that token's vector.</source>
      <translation>与句对中每个词元同一行的余弦，按位置排列：cos = ⟨u, v⟩ / (|u| |v|)。点击可打开那个词元的向量。</translation>
    </message>
    <message>
      <source>The entries of the vocabulary whose token embeddings have the greatest cosine to this one: cos = ⟨u, v⟩ / (|u| |v|).</source>
      <translation>词表中词元嵌入与此向量余弦最大的条目：cos = ⟨u, v⟩ / (|u| |v|)。</translation>
    </message>
    <message>
      <source>A's values stand above B's on one scale; below them B − A on its own.</source>
      <translation>A 的值在 B 的上方，用同一刻度；下面的 B − A 用自己的刻度。</translation>
    </message>
    <message>
      <source>Shown is B − A, or A where there is no difference.</source>
      <translation>显示的是 B − A；无法求差时显示 A。</translation>
    </message>
    <message>
      <source>A's bar stands above B's.</source>
      <translation>A 的条形在 B 的上方。</translation>
    </message>
    <message>
      <source>A's bars are full, B's pale in an outline.</source>
      <translation>A 的条形为实心，B 的为带轮廓的浅色。</translation>
    </message>
    <message>
      <source>A's stand at the left, B's at the right.</source>
      <translation>A 的在左，B 的在右。</translation>
    </message>
    <message>
      <source>token {token} · segment {segment} · position {position}</source>
      <translation>词元 {token} · 片段 {segment} · 位置 {position}</translation>
    </message>
    <message>
      <source>the sum is zero</source>
      <translation>和为零</translation>
    </message>
    <message>
      <source>Click a strip in the figure: its numbers open here.</source>
      <translation>点击输入图中的色条：它的数值会在这里打开。</translation>
    </message>
    <message>
      <source>Waiting for the numbers of this vector.</source>
      <translation>正在等待这个向量的数值。</translation>
    </message>
    <message>
      <source>One vector close up. The input of a token is the sum of three: x = E_token + E_segment + E_position; then LayerNorm, then a hidden state a layer.</source>
      <translation>近看一个向量。词元的输入是三者之和：x = E_token + E_segment + E_position；然后 LayerNorm，然后每层一个隐藏状态。</translation>
    </message>
    <message>
      <source>Vector: its values, measures and nearest tokens</source>
      <translation>向量：它的值、度量和最近的词元</translation>
    </message>
    <message>
      <source>these are A's alone</source>
      <translation>这里只有 A 的</translation>
    </message>
    <message>
      <source>{count:,} entries</source>
      <translation>{count:,} 个条目</translation>
    </message>
    <message>
      <source>{count:,} of {total:,} found</source>
      <translation>找到 {count:,}/{total:,}</translation>
    </message>
    <message>
      <source>{token} · id {id}</source>
      <translation>{token} · 编号 {id}</translation>
    </message>
    <message>
      <source>dimension {dimension}: {values}</source>
      <translation>维度 {dimension}：{values}</translation>
    </message>
    <message>
      <source>layer {layer}</source>
      <translation>第 {layer} 层</translation>
    </message>
    <message>
      <source>input</source>
      <translation>输入</translation>
    </message>
    <message>
      <source>std</source>
      <translation>标准差</translation>
    </message>
    <message>
      <source>norm</source>
      <translation>范数</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>命令面板</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>查找命令</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>想做什么？</translation>
    </message>
    <message>
      <source>Commands found</source>
      <translation>找到的命令</translation>
    </message>
    <message>
      <source>No command has these letters.</source>
      <translation>没有包含这些字符的命令。</translation>
    </message>
    <message>
      <source>the token before or after</source>
      <translation>前一个或后一个词元</translation>
    </message>
    <message>
      <source>Shift+← →</source>
      <translation>Shift+← →</translation>
    </message>
    <message>
      <source>a span of tokens</source>
      <translation>一段连续词元</translation>
    </message>
    <message>
      <source>Home End</source>
      <translation>Home End</translation>
    </message>
    <message>
      <source>the first or the last token</source>
      <translation>第一个或最后一个词元</translation>
    </message>
    <message>
      <source>make it [MASK]</source>
      <translation>变为 [MASK]</translation>
    </message>
    <message>
      <source>make it a random token</source>
      <translation>变为随机词元</translation>
    </message>
    <message>
      <source>choose it, but keep it</source>
      <translation>选中但保留</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>choose it no more</source>
      <translation>取消选中</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Enter</translation>
    </message>
    <message>
      <source>the next of the four, as a click does</source>
      <translation>四种中的下一种，同点击</translation>
    </message>
    <message>
      <source>Drag</source>
      <translation>拖动</translation>
    </message>
    <message>
      <source>over tokens: mask a span</source>
      <translation>拖过词元：掩盖一个跨度</translation>
    </message>
    <message>
      <source>what the model says there</source>
      <translation>模型在那里的预测</translation>
    </message>
    <message>
      <source>open its vector, as a click on it does</source>
      <translation>打开它的向量，同点击</translation>
    </message>
    <message>
      <source>the vector above or below</source>
      <translation>上方或下方的向量</translation>
    </message>
    <message>
      <source>one stage of the sum less or more</source>
      <translation>求和退一步或进一步</translation>
    </message>
    <message>
      <source>ids and characters</source>
      <translation>编号与字符</translation>
    </message>
    <message>
      <source>Ctrl+wheel</source>
      <translation>Ctrl+滚轮</translation>
    </message>
    <message>
      <source>narrower or wider columns</source>
      <translation>变窄或加宽列宽</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>let go</source>
      <translation>放开</translation>
    </message>
    <message>
      <source>All keys</source>
      <translation>所有按键</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>按键</translation>
    </message>
    <message>
      <source>Keys by menu</source>
      <translation>按菜单列出的按键</translation>
    </message>
    <message>
      <source>In the figure</source>
      <translation>在输入图中</translation>
    </message>
    <message>
      <source>B has another vocabulary ({b:,} pieces, A has {a:,}), so the same words are other ids there: pin a model with A's vocabulary, such as a run that began from it.</source>
      <translation>B 的词表不同（{b:,} 个词元，A 有 {a:,} 个），同样的词在那里对应不同的编号：请固定一个使用 A 词表的模型，例如以 A 为起点的运行。</translation>
    </message>
    <message>
      <source>A is {a} wide and B {b}: vectors have no difference then. Look at A or at B.</source>
      <translation>A 的宽度为 {a}，B 为 {b}：向量无法求差。请查看 A 或 B。</translation>
    </message>
    <message>
      <source>A has {layers} layers of {heads} heads and B {other_layers} of {other_heads}: no head of one is a head of the other. Look at A or at B.</source>
      <translation>A 有 {layers} 层，每层 {heads} 个头；B 有 {other_layers} 层，每层 {other_heads} 个头：两者的头无法一一对应。请查看 A 或 B。</translation>
    </message>
    <message>
      <source>classification</source>
      <translation>分类</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>answers to questions</source>
      <translation>回答问题</translation>
    </message>
    <message>
      <source>A and B answer differently, so each token counts for another thing in each. Look at A or at B.</source>
      <translation>A 与 B 的回答不同，每个词元在两者中所支持的并非同一答案。请查看 A 或 B。</translation>
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation>{names} 等另外 {count} 个</translation>
    </message>
    <message>
      <source>B cuts words in another way (accents, capitals), so it reads other tokens: pin a model with A's vocabulary, such as a run that began from it.</source>
      <translation>B 切分词的方式不同（重音符号、大小写），读到的词元也就不同：请固定一个使用 A 词表的模型，例如以 A 为起点的运行。</translation>
    </message>
    <message>
      <source>A has {a} layers and B {b}: their hidden states have no difference. Look at A or at B.</source>
      <translation>A 有 {a} 层，B 有 {b} 层：两者的隐藏状态无法求差。请查看 A 或 B。</translation>
    </message>
    <message>
      <source>{one} has the heads of pre-training and answers nothing that {other} does. Look at A or at B.</source>
      <translation>{one} 只有预训练的头，不回答 {other} 所回答的问题。请查看 A 或 B。</translation>
    </message>
    <message>
      <source>A was fine-tuned for {a} and B for {b}: what they say can't be compared. Look at A or at B.</source>
      <translation>A 针对{a}微调，B 针对{b}微调：两者的输出无法比较。请查看 A 或 B。</translation>
    </message>
    <message>
      <source>A tells {a} apart and B {b}: other classes can't be compared. Look at A or at B.</source>
      <translation>A 区分 {a}，B 区分 {b}：类别不同，无法比较。请查看 A 或 B。</translation>
    </message>
    <message>
      <source>Every view shows A, the model that is looked at</source>
      <translation>所有视图都显示 A，即正在查看的模型</translation>
    </message>
    <message>
      <source>Every view shows B, the pinned model</source>
      <translation>所有视图都显示 B，即固定的模型</translation>
    </message>
    <message>
      <source>Words and bars of A and B stand side by side; what is colours shows B − A</source>
      <translation>A 与 B 的文字和条形并排显示；用颜色表示的内容显示 B − A</translation>
    </message>
    <message>
      <source>Show model A</source>
      <translation>显示模型 A</translation>
    </message>
    <message>
      <source>Show model B</source>
      <translation>显示模型 B</translation>
    </message>
    <message>
      <source>Show B minus A</source>
      <translation>显示 B 减 A</translation>
    </message>
    <message>
      <source>Unpin B: only A is looked at</source>
      <translation>取消固定 B：只查看 A</translation>
    </message>
    <message>
      <source>Compare no longer</source>
      <translation>停止对比</translation>
    </message>
    <message>
      <source>The model that is looked at</source>
      <translation>正在查看的模型</translation>
    </message>
    <message>
      <source>The pinned model</source>
      <translation>固定的模型</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>对比</translation>
    </message>
    <message>
      <source>being read …</source>
      <translation>正在读取…</translation>
    </message>
    <message>
      <source>⚠ B isn't shown. {why}</source>
      <translation>⚠ 未显示 B。{why}</translation>
    </message>
    <message>
      <source>Show A, B or B − A</source>
      <translation>显示 A、B 或 B − A</translation>
    </message>
    <message>
      <source>No model is looked at yet: wait until the engine has read one, then pin it.</source>
      <translation>还没有正在查看的模型：请等引擎读取完一个模型，再固定它。</translation>
    </message>
    <message>
      <source>No step of this run is kept yet, so there is nothing to pin: train some steps, or raise the space for past weights.</source>
      <translation>这个运行还没有保存任何步，没有可固定的内容：请先训练几步，或增大留给过去各步的空间。</translation>
    </message>
    <message>
      <source>Pin a model as B</source>
      <translation>将模型固定为 B</translation>
    </message>
    <message>
      <source>run {name}</source>
      <translation>运行 {name}</translation>
    </message>
    <message>
      <source>step {step:,} · {name}</source>
      <translation>第 {step:,} 步 · {name}</translation>
    </message>
    <message>
      <source>Step {now:,} isn't kept: step {kept:,} is pinned as B.</source>
      <translation>第 {now:,} 步没有保存：已将第 {kept:,} 步固定为 B。</translation>
    </message>
    <message>
      <source>The engine isn't there yet, which reads the model: wait a moment.</source>
      <translation>读取模型的引擎尚未就绪：请稍候。</translation>
    </message>
    <message>
      <source>&lt;b&gt;Layer {layer}, head {head}&lt;/b&gt;&lt;br&gt;mean |B − A| = {mean:.4f} over {size} × {size} weights, the greatest {greatest:.3f}</source>
      <translation>&lt;b&gt;第 {layer} 层，头 {head}&lt;/b&gt;&lt;br&gt;|B − A| 的均值 = {mean:.4f}（{size} × {size} 个权重），最大 {greatest:.3f}</translation>
    </message>
    <message>
      <source>&lt;b&gt;Layer {layer}, head {head}&lt;/b&gt;&lt;br&gt;mean |B − A| = {mean:.4f} over {size} × {size} blocks, the greatest {greatest:.3f}</source>
      <translation>&lt;b&gt;第 {layer} 层，头 {head}&lt;/b&gt;&lt;br&gt;|B − A| 的均值 = {mean:.4f}（{size} × {size} 个块），最大 {greatest:.3f}</translation>
    </message>
    <message>
      <source>Pin a model as B: here all heads are ranked by how far its attention is from that of A, the model that is looked at.</source>
      <translation>请将一个模型固定为 B：这里会按 B 的注意力与 A（正在查看的模型）的差距给所有头排序。</translation>
    </message>
    <message>
      <source>The pair is long: compared are the greatest weights of blocks of neighbours, not all weights.</source>
      <translation>句对较长：比较的是相邻词元各块中的最大权重，而不是全部权重。</translation>
    </message>
    <message>
      <source>Long pair: compared are the greatest weights of blocks of neighbours.</source>
      <translation>长句对：比较的是相邻词元各块中的最大权重。</translation>
    </message>
    <message>
      <source>Long pair: the greatest of blocks.</source>
      <translation>长句对：各块的最大值。</translation>
    </message>
    <message>
      <source>mean |B − A| of the attention weights of each layer.head</source>
      <translation>每个 层.头 的注意力权重的 |B − A| 均值</translation>
    </message>
    <message>
      <source>mean |B − A| of the weights</source>
      <translation>权重的 |B − A| 均值</translation>
    </message>
    <message>
      <source>For each head the mean of |B − A| over all attention weights: which heads training, or another training, has changed most. Click one to look at it.</source>
      <translation>每个头在全部注意力权重上的 |B − A| 均值：训练（或另一次训练）改变最大的是哪些头。点击即可查看。</translation>
    </message>
    <message>
      <source>Rank {rank}: layer {layer}, head {head}, mean change {mean:.4f}</source>
      <translation>第 {rank} 名：第 {layer} 层，头 {head}，平均变化 {mean:.4f}</translation>
    </message>
    <message>
      <source>Heads by how much their attention changed</source>
      <translation>按注意力变化大小排列的头</translation>
    </message>
    <message>
      <source>Click to look at it</source>
      <translation>点击查看</translation>
    </message>
    <message>
      <source>nats</source>
      <translation>奈特</translation>
    </message>
    <message>
      <source>error²</source>
      <translation>误差²</translation>
    </message>
    <message>
      <source>step</source>
      <translation>步</translation>
    </message>
    <message>
      <source>After how many steps an old loss weighs 1/e in the bold line; the faint line is never smoothed</source>
      <translation>经过多少步后，旧损失在粗线中的权重降为 1/e；细淡线从不平滑</translation>
    </message>
    <message>
      <source>Show the task's second score, too</source>
      <translation>同时显示任务的第二个指标</translation>
    </message>
    <message>
      <source>log loss</source>
      <translation>损失对数轴</translation>
    </message>
    <message>
      <source>A logarithmic axis of the losses: equal ratios are equally far apart</source>
      <translation>损失使用对数坐标轴：相同的比值间距相同</translation>
    </message>
    <message>
      <source>Change the axis of the losses</source>
      <translation>更改损失坐标轴</translation>
    </message>
    <message>
      <source>log steps</source>
      <translation>步数对数轴</translation>
    </message>
    <message>
      <source>A logarithmic axis of the steps: the first ones are seen closely</source>
      <translation>步数使用对数坐标轴：最初几步看得更细</translation>
    </message>
    <message>
      <source>Change the axis of the steps</source>
      <translation>更改步数坐标轴</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>准确率</translation>
    </message>
    <message>
      <source>Show how often the most likely answer is the right one, too</source>
      <translation>同时显示最可能的答案有多少次是正确的</translation>
    </message>
    <message>
      <source>Show the accuracies</source>
      <translation>显示准确率</translation>
    </message>
    <message>
      <source>total</source>
      <translation>总损失</translation>
    </message>
    <message>
      <source>Show the loss that is minimised, too: both parts, each times its weight</source>
      <translation>同时显示被最小化的损失：两部分各乘以其权重之和</translation>
    </message>
    <message>
      <source>Show the total loss</source>
      <translation>显示总损失</translation>
    </message>
    <message>
      <source>Smoothing of the bold line, in steps</source>
      <translation>粗线的平滑程度（步数）</translation>
    </message>
    <message>
      <source>Follow</source>
      <translation>跟随</translation>
    </message>
    <message>
      <source>Show the whole run and its new steps (double click)</source>
      <translation>显示整个运行及其新的步（双击）</translation>
    </message>
    <message>
      <source>Differ …</source>
      <translation>差异…</translation>
    </message>
    <message>
      <source>What differs between the runs that are laid over each other</source>
      <translation>叠加显示的各次运行有何不同</translation>
    </message>
    <message>
      <source>smooth</source>
      <translation>平滑</translation>
    </message>
    <message>
      <source>Smooth the curves</source>
      <translation>平滑曲线</translation>
    </message>
    <message>
      <source>labelled data</source>
      <translation>有标签数据</translation>
    </message>
    <message>
      <source>kind of task</source>
      <translation>任务类型</translation>
    </message>
    <message>
      <source>measured on</source>
      <translation>评测数据</translation>
    </message>
    <message>
      <source>columns</source>
      <translation>列</translation>
    </message>
    <message>
      <source>task of GLUE</source>
      <translation>GLUE 任务</translation>
    </message>
    <message>
      <source>classes</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>labelled examples</source>
      <translation>有标签样本</translation>
    </message>
    <message>
      <source>encoder begins with</source>
      <translation>编码器初始权重</translation>
    </message>
    <message>
      <source>only the head is trained</source>
      <translation>只训练任务头</translation>
    </message>
    <message>
      <source>rows that can't be read left out</source>
      <translation>跳过无法读取的行</translation>
    </message>
    <message>
      <source>tokens from window to window</source>
      <translation>窗口之间的词元步幅</translation>
    </message>
    <message>
      <source>tokens of an answer at most</source>
      <translation>答案最多词元数</translation>
    </message>
    <message>
      <source>threshold of no answer, in logits</source>
      <translation>无答案阈值（logits）</translation>
    </message>
    <message>
      <source>size of the model</source>
      <translation>模型大小</translation>
    </message>
    <message>
      <source>starts from</source>
      <translation>起始模型</translation>
    </message>
    <message>
      <source>vocabulary of</source>
      <translation>词表来源</translation>
    </message>
    <message>
      <source>corpus</source>
      <translation>语料</translation>
    </message>
    <message>
      <source>column of the text</source>
      <translation>文本列</translation>
    </message>
    <message>
      <source>one sentence a line</source>
      <translation>每行一句</translation>
    </message>
    <message>
      <source>stories</source>
      <translation>故事</translation>
    </message>
    <message>
      <source>decoys among random next sentences</source>
      <translation>随机下一句中的干扰句</translation>
    </message>
    <message>
      <source>chance of short pairs</source>
      <translation>短句对的概率</translation>
    </message>
    <message>
      <source>steps to do</source>
      <translation>计划步数</translation>
    </message>
    <message>
      <source>pairs a step</source>
      <translation>每步句对数</translation>
    </message>
    <message>
      <source>pairs a forward pass</source>
      <translation>每次前向传播的句对数</translation>
    </message>
    <message>
      <source>tokens a pair</source>
      <translation>每个句对的词元数</translation>
    </message>
    <message>
      <source>tokens chosen</source>
      <translation>选中的词元</translation>
    </message>
    <message>
      <source>of them [MASK]</source>
      <translation>其中 [MASK]</translation>
    </message>
    <message>
      <source>of them random</source>
      <translation>其中随机</translation>
    </message>
    <message>
      <source>chosen as one</source>
      <translation>选取单位</translation>
    </message>
    <message>
      <source>seed</source>
      <translation>种子</translation>
    </message>
    <message>
      <source>device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>precision</source>
      <translation>精度</translation>
    </message>
    <message>
      <source>compiled layers</source>
      <translation>编译的层</translation>
    </message>
    <message>
      <source>optimizer</source>
      <translation>优化器</translation>
    </message>
    <message>
      <source>learning rate</source>
      <translation>学习率</translation>
    </message>
    <message>
      <source>learning rate of the matrices</source>
      <translation>矩阵的学习率</translation>
    </message>
    <message>
      <source>warm-up steps</source>
      <translation>预热步数</translation>
    </message>
    <message>
      <source>weight decay</source>
      <translation>权重衰减</translation>
    </message>
    <message>
      <source>gradients clipped at norm</source>
      <translation>梯度裁剪范数</translation>
    </message>
    <message>
      <source>dropout</source>
      <translation>Dropout</translation>
    </message>
    <message>
      <source>steps between evaluations</source>
      <translation>评测间隔步数</translation>
    </message>
    <message>
      <source>held-out pairs</source>
      <translation>留出的句对</translation>
    </message>
    <message>
      <source>seconds between checkpoints</source>
      <translation>检查点间隔（秒）</translation>
    </message>
    <message>
      <source>weight of the masked LM loss</source>
      <translation>掩码语言模型损失的权重</translation>
    </message>
    <message>
      <source>weight of the next sentence loss</source>
      <translation>下一句预测损失的权重</translation>
    </message>
    <message>
      <source>bytes for past steps</source>
      <translation>过去各步占用的字节数</translation>
    </message>
    <message>
      <source>train loss</source>
      <translation>训练损失</translation>
    </message>
    <message>
      <source>held-out loss</source>
      <translation>留出损失</translation>
    </message>
    <message>
      <source>train masked LM loss</source>
      <translation>训练掩码语言模型损失</translation>
    </message>
    <message>
      <source>train next sentence loss</source>
      <translation>训练下一句预测损失</translation>
    </message>
    <message>
      <source>held-out masked LM loss</source>
      <translation>留出掩码语言模型损失</translation>
    </message>
    <message>
      <source>held-out next sentence loss</source>
      <translation>留出下一句预测损失</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>no</source>
      <translation>否</translation>
    </message>
    <message>
      <source>all</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>{size}: {layers} layers, {width} wide</source>
      <translation>{size}：{layers} 层，宽度 {width}</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>无</translation>
    </message>
    <message>
      <source>steps done</source>
      <translation>已完成步数</translation>
    </message>
    <message>
      <source>parameters</source>
      <translation>参数</translation>
    </message>
    <message>
      <source>by their usual names</source>
      <translation>按常用名称</translation>
    </message>
    <message>
      <source>those of the data</source>
      <translation>数据中的类别</translation>
    </message>
    <message>
      <source>What differs between these runs</source>
      <translation>这些运行有何不同</translation>
    </message>
    <message>
      <source>held-out score</source>
      <translation>留出分数</translation>
    </message>
    <message>
      <source>train {value}</source>
      <translation>训练 {value}</translation>
    </message>
    <message>
      <source>held out {value}</source>
      <translation>留出 {value}</translation>
    </message>
    <message>
      <source>held-out accuracy {share}</source>
      <translation>留出准确率 {share}</translation>
    </message>
    <message>
      <source>by content alone {share}</source>
      <translation>仅凭内容 {share}</translation>
    </message>
    <message>
      <source>not drawn: {why}</source>
      <translation>未绘制：{why}</translation>
    </message>
    <message>
      <source>step {step:,}: {what}</source>
      <translation>第 {step:,} 步：{what}</translation>
    </message>
    <message>
      <source>and {more:,} more</source>
      <translation>另有 {more:,} 项</translation>
    </message>
    <message>
      <source>Drag the amber line: every view shows the model as it was at that step. The wheel zooms, Ctrl and a drag choose a stretch, Shift and a drag move along; a double click follows the run again. Ticks on the axis are steps whose weights are kept.</source>
      <translation>拖动琥珀色的线：所有视图都会显示模型在那一步时的样子。滚轮缩放，按住 Ctrl 拖动选取一段，按住 Shift 拖动平移；双击重新跟随运行。坐标轴上的刻线是保存了权重的步。</translation>
    </message>
    <message>
      <source>Curves of the losses</source>
      <translation>损失曲线</translation>
    </message>
    <message>
      <source>step {step:,}</source>
      <translation>第 {step:,} 步</translation>
    </message>
    <message>
      <source>newest</source>
      <translation>最新</translation>
    </message>
    <message>
      <source>Follow the run</source>
      <translation>跟随运行</translation>
    </message>
    <message>
      <source>Travel to a step</source>
      <translation>前往某一步</translation>
    </message>
    <message>
      <source>Show other steps</source>
      <translation>显示其他步</translation>
    </message>
    <message>
      <source>By content alone: where a false B differs from the true one in what it is about, and not in its form. Guessing is 50 %.</source>
      <translation>仅凭内容：假的 B 与真的 B 只在所说的内容上不同，形式并无不同。随机猜测为 50 %。</translation>
    </message>
    <message>
      <source>Masked LM loss</source>
      <translation>掩码语言模型损失</translation>
    </message>
    <message>
      <source>Next sentence loss</source>
      <translation>下一句预测损失</translation>
    </message>
    <message>
      <source>Total loss</source>
      <translation>总损失</translation>
    </message>
    <message>
      <source>Masked LM accuracy</source>
      <translation>掩码语言模型准确率</translation>
    </message>
    <message>
      <source>Next sentence accuracy</source>
      <translation>下一句预测准确率</translation>
    </message>
    <message>
      <source>guessing: {sum} = {value:.2f}</source>
      <translation>随机猜测：{sum} = {value:.2f}</translation>
    </message>
    <message>
      <source>always the same answer: {share}</source>
      <translation>总给同一答案：{share}</translation>
    </message>
    <message>
      <source>guessing: ln V = {value:.2f}</source>
      <translation>随机猜测：ln V = {value:.2f}</translation>
    </message>
    <message>
      <source>guessing: ln 2 = {value:.2f}</source>
      <translation>随机猜测：ln 2 = {value:.2f}</translation>
    </message>
    <message>
      <source>guessing: 50 %</source>
      <translation>随机猜测：50 %</translation>
    </message>
    <message>
      <source>{value} (step {step:,})</source>
      <translation>{value}（第 {step:,} 步）</translation>
    </message>
    <message>
      <source>train</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>held out</source>
      <translation>留出</translation>
    </message>
    <message>
      <source>smoothed</source>
      <translation>平滑后</translation>
    </message>
    <message>
      <source>random, only the head</source>
      <translation>随机，只训练任务头</translation>
    </message>
    <message>
      <source>pre-trained</source>
      <translation>预训练</translation>
    </message>
    <message>
      <source>random</source>
      <translation>随机</translation>
    </message>
    <message>
      <source>only the head</source>
      <translation>只训练任务头</translation>
    </message>
    <message>
      <source>{run}: another kind of task has another score</source>
      <translation>{run}：任务类型不同，指标也不同</translation>
    </message>
    <message>
      <source>{run}: pre-training has other losses</source>
      <translation>{run}：预训练的损失不同</translation>
    </message>
    <message>
      <source>{run}: a fine-tuning has another loss</source>
      <translation>{run}：微调的损失不同</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>准确率</translation>
    </message>
    <message>
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <source>Exact match</source>
      <translation>精确匹配</translation>
    </message>
    <message>
      <source>Answer F1</source>
      <translation>答案 F1</translation>
    </message>
    <message>
      <source>Matthews correlation</source>
      <translation>Matthews 相关系数</translation>
    </message>
    <message>
      <source>Pearson correlation</source>
      <translation>Pearson 相关系数</translation>
    </message>
    <message>
      <source>Spearman correlation</source>
      <translation>Spearman 相关系数</translation>
    </message>
    <message>
      <source>guessing: ln {classes} = {value:.2f}</source>
      <translation>随机猜测：ln {classes} = {value:.2f}</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>损失</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>分数</translation>
    </message>
    <message>
      <source>best {value}</source>
      <translation>最佳 {value}</translation>
    </message>
    <message>
      <source>As the engine's machine spells it, from its root</source>
      <translation>按引擎所在机器的写法，从根目录写起</translation>
    </message>
    <message>
      <source>{name} can't be opened: choose a model folder, a run folder, a {session} or {lesson} file, a text to train on ({texts}), a folder of texts, or labelled data.</source>
      <translation>无法打开 {name}：请选择模型文件夹、运行文件夹、{session} 或 {lesson} 文件、用于训练的文本（{texts}）、文本文件夹或有标签数据。</translation>
    </message>
    <message>
      <source>Model › Open model folder</source>
      <translation>“模型 › 打开模型文件夹”</translation>
    </message>
    <message>
      <source>Model › Open run folder</source>
      <translation>“模型 › 打开运行文件夹”</translation>
    </message>
    <message>
      <source>Training › Train on a text file</source>
      <translation>“训练 › 用文本文件训练”</translation>
    </message>
    <message>
      <source>Training › Task › Open labelled data</source>
      <translation>“训练 › 任务 › 打开有标签数据”</translation>
    </message>
    <message>
      <source>The engine is on {host} and can't read {name}, which is on this machine: copy it there, then choose it by {way}.</source>
      <translation>引擎在 {host} 上，无法读取本机的 {name}：请先复制到那里，再用{way}选择它。</translation>
    </message>
    <message>
      <source>Train on {name}</source>
      <translation>用 {name} 训练</translation>
    </message>
    <message>
      <source>One at a time: {name} is taken, and {others} more left alone.</source>
      <translation>一次只能打开一个：已取用 {name}，其余 {others} 个未处理。</translation>
    </message>
    <message>
      <source>{path} isn't there: check the name.</source>
      <translation>{path} 不存在：请检查名称。</translation>
    </message>
    <message>
      <source>Open the model {name}</source>
      <translation>打开模型 {name}</translation>
    </message>
    <message>
      <source>Open the run {name}</source>
      <translation>打开运行 {name}</translation>
    </message>
    <message>
      <source>Open the session {name}</source>
      <translation>打开会话 {name}</translation>
    </message>
    <message>
      <source>Open the lesson {name}</source>
      <translation>打开课程 {name}</translation>
    </message>
    <message>
      <source>Look at the labelled data {name}</source>
      <translation>查看有标签数据 {name}</translation>
    </message>
    <message>
      <source>Put texts into one folder to train on all of them.</source>
      <translation>要用多个文本训练，请把它们放进同一个文件夹。</translation>
    </message>
    <message>
      <source>{path} can't be read ({error}).</source>
      <translation>无法读取 {path}（{error}）。</translation>
    </message>
    <message>
      <source>Text came where the engine should have spoken, beginning with “{line}”: let nothing else be printed there, such as a greeting or a question.</source>
      <translation>本应由引擎应答的地方却出现了文字，开头是“{line}”：请确保那里不输出其他内容，例如欢迎语或提问。</translation>
    </message>
    <message>
      <source>“{words}” is no command: a quotation mark or a last \ is left open in it.</source>
      <translation>“{words}”不是命令：其中有引号或末尾的 \ 没有结束。</translation>
    </message>
    <message>
      <source>The engine computes and trains. Type the command that starts it on another machine, on which bertscope of the same version is installed; models, runs and texts are then those of that machine. Leave the line empty for the engine of this computer.</source>
      <translation>引擎负责计算和训练。请输入在另一台机器上启动它的命令，那台机器须装有相同版本的 bertscope；此后模型、运行和文本都是那台机器上的。留空则使用本机的引擎。</translation>
    </message>
    <message>
      <source>no engine</source>
      <translation>没有引擎</translation>
    </message>
    <message>
      <source>this computer</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>引擎</translation>
    </message>
    <message>
      <source>Command that starts the engine</source>
      <translation>启动引擎的命令</translation>
    </message>
    <message>
      <source>this computer, or for example: {example}</source>
      <translation>本机，或例如：{example}</translation>
    </message>
    <message>
      <source>As in a terminal; the engine's messages go through the command's input and output</source>
      <translation>与在终端中输入一样；引擎的消息经由该命令的输入和输出传递</translation>
    </message>
    <message>
      <source>An engine is being tried</source>
      <translation>正在试用引擎</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>试一试</translation>
    </message>
    <message>
      <source>Start it beside the present engine, ask it who it is</source>
      <translation>在当前引擎之外启动它，并询问它的信息</translation>
    </message>
    <message>
      <source>Use it</source>
      <translation>使用</translation>
    </message>
    <message>
      <source>Let the present engine save and end, then start this one</source>
      <translation>让当前引擎保存并结束，然后启动这一个</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Keep the present engine</source>
      <translation>保留当前引擎</translation>
    </message>
    <message>
      <source>Starting {engine} …</source>
      <translation>正在启动 {engine}…</translation>
    </message>
    <message>
      <source>{host} answers: bertscope {version} with PyTorch {torch}, on {devices}. A question takes {ms:.0f} ms there and back.</source>
      <translation>{host} 已应答：bertscope {version}，PyTorch {torch}，设备 {devices}。一次往返需要 {ms:.0f} 毫秒。</translation>
    </message>
    <message>
      <source>an engine of this computer</source>
      <translation>本机的引擎</translation>
    </message>
    <message>
      <source>Now: {engine}</source>
      <translation>当前：{engine}</translation>
    </message>
    <message>
      <source>the engine on {where}</source>
      <translation>{where} 上的引擎</translation>
    </message>
    <message>
      <source>the engine of this computer</source>
      <translation>本机的引擎</translation>
    </message>
    <message>
      <source>the engine on {where} is starting</source>
      <translation>{where} 上的引擎正在启动</translation>
    </message>
    <message>
      <source>the engine on {where} is stopping</source>
      <translation>{where} 上的引擎正在停止</translation>
    </message>
    <message>
      <source>{sentence} It is being started again.</source>
      <translation>{sentence}正在重新启动引擎。</translation>
    </message>
    <message>
      <source>The engine stopped by itself (exit code {code}): see Help › Engine log.</source>
      <translation>引擎自行停止（退出码 {code}）：见“帮助 › 引擎日志”。</translation>
    </message>
    <message>
      <source>The engine was {cause} while it was starting. Everything on the screen is kept.</source>
      <translation>引擎在启动时{cause}。屏幕上的一切都已保留。</translation>
    </message>
    <message>
      <source>ended by {name}</source>
      <translation>被 {name} 终止</translation>
    </message>
    <message>
      <source>The connection to {host} was cut, or the engine there was killed. Everything on the screen is kept.</source>
      <translation>与 {host} 的连接中断，或那里的引擎已被终止。屏幕上的一切都已保留。</translation>
    </message>
    <message>
      <source>No engine came up by “{command}”: {how}. Try that command in a terminal, or choose another one under Training › Engine.</source>
      <translation>“{command}”没有启动引擎：{how}。请在终端中试试该命令，或在“训练 › 引擎”中另选一个。</translation>
    </message>
    <message>
      <source>The engine could not be started: see Help › Engine log, and check that bertscope is installed whole.</source>
      <translation>引擎无法启动：见“帮助 › 引擎日志”，并检查 bertscope 是否完整安装。</translation>
    </message>
    <message>
      <source>The engine was {cause}. Everything on the screen is kept.</source>
      <translation>引擎{cause}。屏幕上的一切都已保留。</translation>
    </message>
    <message>
      <source>killed, perhaps because memory ran out</source>
      <translation>被强行终止，可能是因为内存不足</translation>
    </message>
    <message>
      <source>The engine on {host} stopped by itself (exit code {code}): see Help › Engine log.</source>
      <translation>{host} 上的引擎自行停止（退出码 {code}）：见“帮助 › 引擎日志”。</translation>
    </message>
    <message>
      <source>The connection to {host} was cut ({line}). Everything on the screen is kept.</source>
      <translation>与 {host} 的连接中断（{line}）。屏幕上的一切都已保留。</translation>
    </message>
    <message>
      <source>it ended with exit code {code}</source>
      <translation>以退出码 {code} 结束</translation>
    </message>
    <message>
      <source>{how} and said “{line}”</source>
      <translation>{how}，并输出“{line}”</translation>
    </message>
    <message>
      <source>signal {number}</source>
      <translation>信号 {number}</translation>
    </message>
    <message>
      <source>The engine on {host}</source>
      <translation>{host} 上的引擎</translation>
    </message>
    <message>
      <source>this machine</source>
      <translation>本机</translation>
    </message>
    <message>
      <source>{engine} is bertscope {version} and speaks version {protocol} of the messages; this window is {ours} and speaks {spoken}: install the same version in both places.</source>
      <translation>{engine}是 bertscope {version}，消息协议版本为 {protocol}；此窗口是 {ours}，协议版本为 {spoken}：请在两边安装相同版本。</translation>
    </message>
    <message>
      <source>{program} could not be started.</source>
      <translation>无法启动 {program}。</translation>
    </message>
    <message>
      <source>“{program}” could not be started: check that there is such a program on this machine, or choose another command under Training › Engine.</source>
      <translation>无法启动“{program}”：请检查本机上是否有此程序，或在“训练 › 引擎”中另选命令。</translation>
    </message>
    <message>
      <source>The engine</source>
      <translation>引擎</translation>
    </message>
    <message>
      <source>No engine answered within {seconds:.0f} s, and the last that was said is “{line}”: see in a terminal whether that command asks for a password or a new host key.</source>
      <translation>{seconds:.0f} 秒内没有引擎应答，最后的输出是“{line}”：请在终端中查看该命令是否在询问密码或新的主机密钥。</translation>
    </message>
    <message>
      <source>No engine answered within {seconds:.0f} s: see in a terminal whether that command asks for a password or a new host key.</source>
      <translation>{seconds:.0f} 秒内没有引擎应答：请在终端中查看该命令是否在询问密码或新的主机密钥。</translation>
    </message>
    <message>
      <source>{name}: choose a name that ends in .png.</source>
      <translation>{name}：请选择以 .png 结尾的文件名。</translation>
    </message>
    <message>
      <source>These are {rows:,} rows, too many for the clipboard: save them to a file instead.</source>
      <translation>共 {rows:,} 行，剪贴板放不下：请改为保存到文件。</translation>
    </message>
    <message>
      <source>There are no numbers here yet: wait until the view shows some.</source>
      <translation>这里还没有数值：请等视图显示出来。</translation>
    </message>
    <message>
      <source>Input figure: tokens and their embeddings</source>
      <translation>输入图：词元及其嵌入</translation>
    </message>
    <message>
      <source>Step through the sum</source>
      <translation>逐步求和</translation>
    </message>
    <message>
      <source>Zoom the figure</source>
      <translation>缩放输入图</translation>
    </message>
    <message>
      <source>Show ids</source>
      <translation>显示编号</translation>
    </message>
    <message>
      <source>Sum, step {step} of {steps}: {name}</source>
      <translation>求和，第 {step}/{steps} 步：{name}</translation>
    </message>
    <message>
      <source>{tip} ([ and ] step)</source>
      <translation>{tip}（按 [ 和 ] 逐步切换）</translation>
    </message>
    <message>
      <source>Token embeddings alone, the first step of the sum</source>
      <translation>仅词元嵌入，求和的第一步</translation>
    </message>
    <message>
      <source>+ seg</source>
      <translation>+ 片段</translation>
    </message>
    <message>
      <source>E_token + E_segment: which sentence it is, is added</source>
      <translation>E_token + E_segment：加上属于哪个句子</translation>
    </message>
    <message>
      <source>+ pos</source>
      <translation>+ 位置</translation>
    </message>
    <message>
      <source>E_token + E_segment + E_position: the place is added</source>
      <translation>E_token + E_segment + E_position：加上所在位置</translation>
    </message>
    <message>
      <source>= sum</source>
      <translation>= 和</translation>
    </message>
    <message>
      <source>x_i = E_token + E_segment + E_position, value by value</source>
      <translation>x_i = E_token + E_segment + E_position，逐值相加</translation>
    </message>
    <message>
      <source>→ LN</source>
      <translation>→ LN</translation>
    </message>
    <message>
      <source>What the first layer reads: {layer_norm}</source>
      <translation>第一层读取的内容：{layer_norm}</translation>
    </message>
    <message>
      <source>Narrower columns</source>
      <translation>变窄列宽</translation>
    </message>
    <message>
      <source>Narrower columns (Ctrl + wheel over the figure)</source>
      <translation>变窄列宽（在图上按 Ctrl + 滚轮）</translation>
    </message>
    <message>
      <source>fit</source>
      <translation>全部</translation>
    </message>
    <message>
      <source>Fit all tokens</source>
      <translation>显示全部词元</translation>
    </message>
    <message>
      <source>All tokens at once; again: as they are read best</source>
      <translation>一次显示全部词元；再按一次：恢复最易读的宽度</translation>
    </message>
    <message>
      <source>Wider columns</source>
      <translation>加宽列宽</translation>
    </message>
    <message>
      <source>Wider columns (Ctrl + wheel over the figure)</source>
      <translation>加宽列宽（在图上按 Ctrl + 滚轮）</translation>
    </message>
    <message>
      <source>ids</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>Ids and characters</source>
      <translation>编号与字符</translation>
    </message>
    <message>
      <source>Ids and characters under the tokens, where there is room (I)</source>
      <translation>在有空间处，于词元下方显示编号与字符（I）</translation>
    </message>
    <message>
      <source>Here only a part of the sum stands: step on to “= sum” (key ]) to look at x.</source>
      <translation>这里只有和的一部分：请继续到“= 和”（按键 ]）查看 x。</translation>
    </message>
    <message>
      <source>Token</source>
      <translation>词元</translation>
    </message>
    <message>
      <source>embedding</source>
      <translation>嵌入</translation>
    </message>
    <message>
      <source>Segment</source>
      <translation>片段</translation>
    </message>
    <message>
      <source>Position</source>
      <translation>位置</translation>
    </message>
    <message>
      <source>So far</source>
      <translation>目前</translation>
    </message>
    <message>
      <source>all three: x</source>
      <translation>三者齐：x</translation>
    </message>
    <message>
      <source>Sum</source>
      <translation>和</translation>
    </message>
    <message>
      <source>of the three</source>
      <translation>三者之和</translation>
    </message>
    <message>
      <source>of the sum</source>
      <translation>对和归一</translation>
    </message>
    <message>
      <source>Input</source>
      <translation>输入</translation>
    </message>
    <message>
      <source>click to mask</source>
      <translation>点击掩盖</translation>
    </message>
    <message>
      <source>{count} cut off</source>
      <translation>截去 {count}</translation>
    </message>
    <message>
      <source>Random token of your choice …</source>
      <translation>自选的替换词元…</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>掩盖</translation>
    </message>
    <message>
      <source>Random token</source>
      <translation>随机词元</translation>
    </message>
    <message>
      <source>Keep, but guess it</source>
      <translation>保留，但要猜</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Del</source>
      <translation>Del</translation>
    </message>
    <message>
      <source>Instead of “{token}” the model reads:</source>
      <translation>模型读到的不是“{token}”，而是：</translation>
    </message>
    <message>
      <source>Token to put there</source>
      <translation>放在这里的词元</translation>
    </message>
    <message>
      <source>a token, such as blue or ##ing</source>
      <translation>一个词元，例如 blue 或 ##ing</translation>
    </message>
    <message>
      <source>What does the model say here</source>
      <translation>模型在这里的预测</translation>
    </message>
    <message>
      <source>Look at its vector</source>
      <translation>查看它的向量</translation>
    </message>
    <message>
      <source>“{token}” is not in the vocabulary: choose one of the list.</source>
      <translation>“{token}”不在词表中：请从列表中选择。</translation>
    </message>
    <message>
      <source>What BERT reads: x_i = E_token + E_segment + E_position for every WordPiece, then LayerNorm. Click a token to mask it, a strip to look at its vector.</source>
      <translation>BERT 读取的内容：对每个 WordPiece，x_i = E_token + E_segment + E_position，然后 LayerNorm。点击词元可掩盖它，点击色条可查看其向量。</translation>
    </message>
    <message>
      <source>What BERT reads: [CLS] A [SEP] B [SEP] in WordPieces. Click a token: [MASK], a random token, kept, none. Drag over several to mask them.</source>
      <translation>BERT 读取的内容：以 WordPiece 表示的 [CLS] A [SEP] B [SEP]。点击词元依次为：[MASK]、随机词元、保留、无。拖过多个词元可一并掩盖。</translation>
    </message>
    <message>
      <source>One symmetric scale for the rows that are added; it ends at the 99th percentile of their absolute values.</source>
      <translation>相加的各行共用一个对称色标，两端为其绝对值的第 99 百分位数。</translation>
    </message>
    <message>
      <source>B − A, value by value, on one symmetric scale about zero: what has no colour is the same in both. It ends at the 99th percentile of the absolute values.</source>
      <translation>B − A，逐值相减，采用以零为中心的对称色标：没有颜色处两者相同。色标两端为绝对值的第 99 百分位数。</translation>
    </message>
    <message>
      <source>A and B are drawn on the same scale.</source>
      <translation>A 与 B 用同一色标绘制。</translation>
    </message>
    <message>
      <source>E&lt;sub&gt;token&lt;/sub&gt;: the token's row of the word embeddings, one for each vocabulary entry.</source>
      <translation>E&lt;sub&gt;token&lt;/sub&gt;：该词元在词嵌入矩阵中的一行，词表中每个条目各有一行。</translation>
    </message>
    <message>
      <source>E&lt;sub&gt;A&lt;/sub&gt; or E&lt;sub&gt;B&lt;/sub&gt;: one of two learned vectors, says which sentence it is.</source>
      <translation>E&lt;sub&gt;A&lt;/sub&gt; 或 E&lt;sub&gt;B&lt;/sub&gt;：两个学得的向量之一，表明属于哪个句子。</translation>
    </message>
    <message>
      <source>E&lt;sub&gt;0&lt;/sub&gt;, E&lt;sub&gt;1&lt;/sub&gt;, …: a learned vector for each place in the input.</source>
      <translation>E&lt;sub&gt;0&lt;/sub&gt;、E&lt;sub&gt;1&lt;/sub&gt;……：输入中每个位置各有一个学得的向量。</translation>
    </message>
    <message>
      <source>The sum so far: the token embedding alone.</source>
      <translation>目前的和：仅词元嵌入。</translation>
    </message>
    <message>
      <source>The sum so far: E&lt;sub&gt;token&lt;/sub&gt; + E&lt;sub&gt;segment&lt;/sub&gt;.</source>
      <translation>目前的和：E&lt;sub&gt;token&lt;/sub&gt; + E&lt;sub&gt;segment&lt;/sub&gt;。</translation>
    </message>
    <message>
      <source>The sum so far: all three are in it, so it is x&lt;sub&gt;i&lt;/sub&gt;.</source>
      <translation>目前的和：三者都已加入，即 x&lt;sub&gt;i&lt;/sub&gt;。</translation>
    </message>
    <message>
      <source>x&lt;sub&gt;i&lt;/sub&gt; = E&lt;sub&gt;token&lt;/sub&gt; + E&lt;sub&gt;segment&lt;/sub&gt; + E&lt;sub&gt;i&lt;/sub&gt;, value by value.</source>
      <translation>x&lt;sub&gt;i&lt;/sub&gt; = E&lt;sub&gt;token&lt;/sub&gt; + E&lt;sub&gt;segment&lt;/sub&gt; + E&lt;sub&gt;i&lt;/sub&gt;，逐值相加。</translation>
    </message>
    <message>
      <source>What the first layer reads: {layer_norm}, with mean μ and variance σ² of the vector's own values. Its scale is its own.</source>
      <translation>第一层读取的内容：{layer_norm}，其中 μ 和 σ² 是该向量自身各值的均值和方差。它使用自己的色标。</translation>
    </message>
    <message>
      <source>{token} becomes [MASK]</source>
      <translation>{token} 变为 [MASK]</translation>
    </message>
    <message>
      <source>{token} becomes a random token</source>
      <translation>{token} 变为随机词元</translation>
    </message>
    <message>
      <source>{token} is kept, and must be guessed all the same</source>
      <translation>{token} 保持不变，但仍需猜出</translation>
    </message>
    <message>
      <source>Click: [MASK] instead</source>
      <translation>点击：改为 [MASK]</translation>
    </message>
    <message>
      <source>Click: a random token instead · Delete: as it was</source>
      <translation>点击：改为随机词元 · Delete：恢复原样</translation>
    </message>
    <message>
      <source>Click: kept, yet to be guessed · Delete: as it was</source>
      <translation>点击：保留原词元，但仍需预测 · Delete：恢复原样</translation>
    </message>
    <message>
      <source>Click: as it was</source>
      <translation>点击：恢复原样</translation>
    </message>
    <message>
      <source>{token} can't be masked: BERT never chooses [CLS] and [SEP], they mark the frame.</source>
      <translation>{token} 不能被掩盖：BERT 从不选取 [CLS] 和 [SEP]，它们是框架标记。</translation>
    </message>
    <message>
      <source>&lt;b&gt;{token}&lt;/b&gt; · position {position}</source>
      <translation>&lt;b&gt;{token}&lt;/b&gt; · 位置 {position}</translation>
    </message>
    <message>
      <source>{count} values from {least:.3g} to {most:.3g}, length {length:.3g}</source>
      <translation>{count} 个值，从 {least:.3g} 到 {most:.3g}，长度 {length:.3g}</translation>
    </message>
    <message>
      <source>&lt;b&gt;{token}&lt;/b&gt; · id {id} · segment {segment} · position {position}</source>
      <translation>&lt;b&gt;{token}&lt;/b&gt; · 编号 {id} · 片段 {segment} · 位置 {position}</translation>
    </message>
    <message>
      <source>“{token}”</source>
      <translation>“{token}”</translation>
    </message>
    <message>
      <source>Token {column} of {count}: {token}</source>
      <translation>第 {column}/{count} 个词元：{token}</translation>
    </message>
    <message>
      <source>segment {segment}</source>
      <translation>片段 {segment}</translation>
    </message>
    <message>
      <source>added by BERT, never masked</source>
      <translation>由 BERT 添加，从不掩盖</translation>
    </message>
    <message>
      <source>characters {start}–{end} of sentence {name}</source>
      <translation>句子 {name} 的第 {start}–{end} 个字符</translation>
    </message>
    <message>
      <source>a piece of “{word}”</source>
      <translation>“{word}”的子词</translation>
    </message>
    <message>
      <source>C, its last hidden state, is what the fine-tuned model answers from</source>
      <translation>微调过的模型据其最后的隐藏状态 C 作答</translation>
    </message>
    <message>
      <source>“{word}” is not in the vocabulary, not even in pieces: BERT reads [UNK]</source>
      <translation>“{word}”不在词表中，拆成子词也没有：BERT 读到 [UNK]</translation>
    </message>
    <message>
      <source>{count} tokens before it are cut off: the model has no more positions</source>
      <translation>它前面有 {count} 个词元被截去：模型没有更多位置</translation>
    </message>
    <message>
      <source>the model is asked here</source>
      <translation>在这里询问模型</translation>
    </message>
    <message>
      <source>Click: show the sum up to here.</source>
      <translation>点击：显示加到这里为止的和。</translation>
    </message>
    <message>
      <source>Click: LayerNorm, the next step.</source>
      <translation>点击：下一步 LayerNorm。</translation>
    </message>
    <message>
      <source>not in the vocabulary</source>
      <translation>不在词表中</translation>
    </message>
    <message>
      <source>Texts (*.txt *.gz *.jsonl *.csv *.tsv *.parquet *.arrow);;All files (*)</source>
      <translation>文本 (*.txt *.gz *.jsonl *.csv *.tsv *.parquet *.arrow);;所有文件 (*)</translation>
    </message>
    <message>
      <source>The session {name} looks at {model} of this computer, with its own engine: choose that engine under Training › Engine, then open it again.</source>
      <translation>会话 {name} 查看的是本机自己的引擎上的 {model}：请在“训练 › 引擎”中选择该引擎，再重新打开会话。</translation>
    </message>
    <message>
      <source>Sessions (*{suffix})</source>
      <translation>会话 (*{suffix})</translation>
    </message>
    <message>
      <source>The engine is on {host}, and models are loaded to this machine: run “bertscope fetch NAME” there, then open the folder that it prints.</source>
      <translation>引擎在 {host} 上，而模型会下载到本机：请在那里运行“bertscope fetch NAME”，再打开它输出的文件夹。</translation>
    </message>
    <message>
      <source>Open a BERT model folder</source>
      <translation>打开 BERT 模型文件夹</translation>
    </message>
    <message>
      <source>Compare with a model folder</source>
      <translation>与模型文件夹对比</translation>
    </message>
    <message>
      <source>Open a run folder</source>
      <translation>打开运行文件夹</translation>
    </message>
    <message>
      <source>Open a text to train on</source>
      <translation>打开用于训练的文本</translation>
    </message>
    <message>
      <source>The session {name} looks at {model} by “{engine}”: choose that engine under Training › Engine, then open it again.</source>
      <translation>会话 {name} 查看的是通过“{engine}”访问的 {model}：请在“训练 › 引擎”中选择该引擎，再重新打开会话。</translation>
    </message>
    <message>
      <source>Open a session</source>
      <translation>打开会话</translation>
    </message>
    <message>
      <source>Open a folder of texts</source>
      <translation>打开文本文件夹</translation>
    </message>
    <message>
      <source>Folder of the model</source>
      <translation>模型文件夹</translation>
    </message>
    <message>
      <source>Folder of the run</source>
      <translation>运行文件夹</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
    <message>
      <source>filming {count} steps …</source>
      <translation>正在拍摄 {count} 步…</translation>
    </message>
    <message>
      <source>The film is not written: it ended when another step or run was chosen.</source>
      <translation>影片未写入：选择了另一步或另一个运行，拍摄已终止。</translation>
    </message>
    <message>
      <source>{name}: choose a name that ends in .png or .gif, or in nothing for a folder.</source>
      <translation>{name}：请选择以 .png 或 .gif 结尾的名称；不带扩展名则为文件夹。</translation>
    </message>
    <message>
      <source>The pictures would be {width:,} x {height:,} pixels, too many for a film: choose a smaller picture size in the File menu.</source>
      <translation>图片将有 {width:,} x {height:,} 像素，对影片来说太大：请在“文件”菜单中选择较小的图片尺寸。</translation>
    </message>
    <message>
      <source>The view changed its size while it was filmed: leave it as it is, and film it again.</source>
      <translation>视图在拍摄时改变了大小：请保持不变，再拍摄一次。</translation>
    </message>
    <message>
      <source>The film would be larger than {size} GB: choose a smaller picture size in the File menu, or film one view.</source>
      <translation>影片将超过 {size} GB：请在“文件”菜单中选择较小的图片尺寸，或只拍摄一个视图。</translation>
    </message>
    <message>
      <source>The film has no frames: train until some steps are kept.</source>
      <translation>影片没有画面：请先训练，直到保存了若干步。</translation>
    </message>
    <message>
      <source>{path} can't be written ({why}): choose another place.</source>
      <translation>无法写入 {path}（{why}）：请选择其他位置。</translation>
    </message>
    <message>
      <source>{name} is there already: choose a new folder's name.</source>
      <translation>{name} 已存在：请为新文件夹另取名称。</translation>
    </message>
    <message>
      <source>Animated PNG (*.png);;GIF (*.gif);;Folder of PNG pictures (*)</source>
      <translation>动态 PNG (*.png);;GIF (*.gif);;PNG 图片文件夹 (*)</translation>
    </message>
    <message>
      <source>Film of the whole window …</source>
      <translation>整个窗口的影片…</translation>
    </message>
    <message>
      <source>Film of the view that has the focus …</source>
      <translation>当前焦点视图的影片…</translation>
    </message>
    <message>
      <source>Film of the curves …</source>
      <translation>曲线的影片…</translation>
    </message>
    <message>
      <source>Save a film of {view}</source>
      <translation>保存影片：{view}</translation>
    </message>
    <message>
      <source>No step is kept yet: train, and steps are kept on the way.</source>
      <translation>还没有保存任何步：开始训练，途中会自动保存。</translation>
    </message>
    <message>
      <source>Save a film of the window</source>
      <translation>保存窗口的影片</translation>
    </message>
    <message>
      <source>Save a film of the curves</source>
      <translation>保存曲线的影片</translation>
    </message>
    <message>
      <source>The film is in {name}.</source>
      <translation>影片已保存到 {name}。</translation>
    </message>
    <message>
      <source>Save the kept steps as a film: an animated picture, or a folder of pictures</source>
      <translation>将已保存的步存为影片：一张动图，或一个图片文件夹</translation>
    </message>
    <message>
      <source>Kept steps a second, where the views can be painted that quickly</source>
      <translation>每秒播放的已保存步数，前提是视图能画得这么快</translation>
    </message>
    <message>
      <source>{count} kept · {size} of {budget} MB</source>
      <translation>已存 {count} · {size} / {budget} MB</translation>
    </message>
    <message>
      <source>First step</source>
      <translation>第一步</translation>
    </message>
    <message>
      <source>To the first step that is kept: the model before it learned</source>
      <translation>回到最早保存的一步：学习之前的模型</translation>
    </message>
    <message>
      <source>Earlier step</source>
      <translation>上一步</translation>
    </message>
    <message>
      <source>To the kept step before this one</source>
      <translation>到此步之前最近保存的一步</translation>
    </message>
    <message>
      <source>Play the film</source>
      <translation>播放影片</translation>
    </message>
    <message>
      <source>All views through the kept steps, up to the newest</source>
      <translation>所有视图依次播放已保存的步，直到最新一步</translation>
    </message>
    <message>
      <source>Later step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>To the kept step behind this one</source>
      <translation>到此步之后最近保存的一步</translation>
    </message>
    <message>
      <source>Newest step</source>
      <translation>最新一步</translation>
    </message>
    <message>
      <source>To the newest step, and follow it while training goes on</source>
      <translation>到最新一步，并在训练继续时跟随它</translation>
    </message>
    <message>
      <source>no step is kept</source>
      <translation>没有保存的步</translation>
    </message>
    <message>
      <source>now · {step:,}</source>
      <translation>现在 · {step:,}</translation>
    </message>
    <message>
      <source>they come as it trains</source>
      <translation>训练时会保存</translation>
    </message>
    <message>
      <source>Speed of the film</source>
      <translation>影片速度</translation>
    </message>
    <message>
      <source>Save the film</source>
      <translation>保存影片</translation>
    </message>
    <message>
      <source>Pause the film</source>
      <translation>暂停影片</translation>
    </message>
    <message>
      <source>Stay at this step</source>
      <translation>停在这一步</translation>
    </message>
    <message>
      <source>That step is kept no more.</source>
      <translation>该步已不再保存。</translation>
    </message>
    <message>
      <source>The newest step could not be shown in {seconds} s.</source>
      <translation>最新一步未能在 {seconds} 秒内显示。</translation>
    </message>
    <message>
      <source>Step {step:,} could not be shown in {seconds} s.</source>
      <translation>第 {step:,} 步未能在 {seconds} 秒内显示。</translation>
    </message>
    <message>
      <source>Loading from the Hub broke off ({last}): try again; files that came whole are kept.</source>
      <translation>从 Hub 下载中断（{last}）：请重试；已完整下载的文件会保留。</translation>
    </message>
    <message>
      <source>{program} could not be started: install bertscope again.</source>
      <translation>无法启动 {program}：请重新安装 bertscope。</translation>
    </message>
    <message>
      <source>The network is asked nothing until you press Look up. Models are kept in the Hub's own cache, and need not be loaded twice.</source>
      <translation>按下“查询”之前不会访问网络。模型保存在 Hub 自己的缓存中，无需重复下载。</translation>
    </message>
    <message>
      <source>Loading {name}: {done} of {total}</source>
      <translation>正在下载 {name}：{done} / {total}</translation>
    </message>
    <message>
      <source>Load a model from the Hub</source>
      <translation>从 Hub 下载模型</translation>
    </message>
    <message>
      <source>Name of the model on the Hub</source>
      <translation>Hub 上的模型名称</translation>
    </message>
    <message>
      <source>{one} or {other}</source>
      <translation>{one} 或 {other}</translation>
    </message>
    <message>
      <source>owner/name, owner/name@revision, or the address of its page</source>
      <translation>所有者/名称、所有者/名称@修订版，或其页面地址</translation>
    </message>
    <message>
      <source>Look up</source>
      <translation>查询</translation>
    </message>
    <message>
      <source>Ask the Hub what there is to load</source>
      <translation>询问 Hub 有哪些内容要下载</translation>
    </message>
    <message>
      <source>Progress of the loading</source>
      <translation>下载进度</translation>
    </message>
    <message>
      <source>Load</source>
      <translation>下载</translation>
    </message>
    <message>
      <source>Looking up {name} …</source>
      <translation>正在查询 {name}…</translation>
    </message>
    <message>
      <source>Loading {name} …</source>
      <translation>正在下载 {name}…</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>{name} is there.</source>
      <translation>{name} 已就绪。</translation>
    </message>
    <message>
      <source>{rest} to load, in {files} files; {here} are here already.</source>
      <translation>需下载 {rest}，共 {files} 个文件；{here} 已在本机。</translation>
    </message>
    <message>
      <source>All of it ({size}) is here already.</source>
      <translation>全部内容（{size}）已在本机。</translation>
    </message>
    <message>
      <source>Cancelled. Files that came whole are kept in the Hub's cache.</source>
      <translation>已取消。已完整下载的文件保留在 Hub 的缓存中。</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>剩余 {time}</translation>
    </message>
    <message>
      <source>That of the &amp;system: {language}</source>
      <translation>跟随系统(&amp;S)：{language}</translation>
    </message>
    <message>
      <source>bertscope speaks {language} from its next start on.</source>
      <translation>bertscope 下次启动后使用{language}。</translation>
    </message>
    <message>
      <source>Start again now</source>
      <translation>立即重新启动</translation>
    </message>
    <message>
      <source>{unsaved} The last checkpoint is kept.</source>
      <translation>{unsaved}最后一个检查点已保留。</translation>
    </message>
    <message>
      <source>Saving the run before closing …</source>
      <translation>关闭前正在保存运行…</translation>
    </message>
    <message>
      <source>this is no TOML ({said}): write `name = value`, text in quotes.</source>
      <translation>这不是 TOML（{said}）：请写成 `name = value`，文字加引号。</translation>
    </message>
    <message>
      <source>this is set a second time: keep one of the two.</source>
      <translation>这里设置了两次：请只保留一个。</translation>
    </message>
    <message>
      <source>a text has no end on this line: close it with a quotation mark.</source>
      <translation>这一行的文字没有结尾：请用引号收尾。</translation>
    </message>
    <message>
      <source>a text has no end: close it with a quotation mark.</source>
      <translation>文字没有结尾：请用引号收尾。</translation>
    </message>
    <message>
      <source>a backslash in a text is written twice: \\.</source>
      <translation>文字中的反斜杠要写两次：\\。</translation>
    </message>
    <message>
      <source>this value can't be read: put text in quotes, and write true or false.</source>
      <translation>无法读取这个值：文字请加引号，真假请写 true 或 false。</translation>
    </message>
    <message>
      <source>this sets nothing: write `name = value`.</source>
      <translation>这里什么也没有设置：请写成 `name = value`。</translation>
    </message>
    <message>
      <source>a list has no end: close it with ].</source>
      <translation>列表没有结尾：请用 ] 收尾。</translation>
    </message>
    <message>
      <source>a table has no end: close it with }.</source>
      <translation>表没有结尾：请用 } 收尾。</translation>
    </message>
    <message>
      <source>this is nested too deeply: write it flatter.</source>
      <translation>嵌套太深：请写得浅一些。</translation>
    </message>
    <message>
      <source>What helps whoever hasn't found it yet</source>
      <translation>给还没找到的人的提示</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>To do now</source>
      <translation>现在要做</translation>
    </message>
    <message>
      <source>To do later</source>
      <translation>稍后要做</translation>
    </message>
    <message>
      <source>To do</source>
      <translation>要做的事</translation>
    </message>
    <message>
      <source>Hint</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>Hide the hint</source>
      <translation>隐藏提示</translation>
    </message>
    <message>
      <source>Lessons (*.md);;All files (*)</source>
      <translation>课程 (*.md);;所有文件 (*)</translation>
    </message>
    <message>
      <source>There is no lesson {name}: choose one of the menu Lessons.</source>
      <translation>没有名为 {name} 的课程：请从“课程”菜单中选择。</translation>
    </message>
    <message>
      <source>Open a lesson</source>
      <translation>打开课程</translation>
    </message>
    <message>
      <source>Page {number} of {count}, {done} done</source>
      <translation>第 {number} 页，共 {count} 页，已完成 {done} 页</translation>
    </message>
    <message>
      <source>A dot for each page, with a tick where all is done; a click turns to it</source>
      <translation>每页一个圆点，全部完成的打勾；点击即可翻到该页</translation>
    </message>
    <message>
      <source>Line {line}: {words}</source>
      <translation>第 {line} 行：{words}</translation>
    </message>
    <message>
      <source>Open this lesson</source>
      <translation>打开这一课</translation>
    </message>
    <message>
      <source>This lesson can't be read: choose it to see why.</source>
      <translation>无法读取这一课：选择它即可查看原因。</translation>
    </message>
    <message>
      <source>{minutes} min</source>
      <translation>{minutes} 分钟</translation>
    </message>
    <message>
      <source>{model} can't be opened, for the engine isn't running: start it again, then turn to this page once more.</source>
      <translation>无法打开 {model}，因为引擎没有运行：请重新启动引擎，再翻到这一页。</translation>
    </message>
    <message>
      <source>{model} could not be opened, and the page shows {other} instead.</source>
      <translation>无法打开 {model}，本页改为显示 {other}。</translation>
    </message>
    <message>
      <source>The run {run} could not be opened, and the page goes on without it.</source>
      <translation>无法打开运行 {run}，本页将在没有它的情况下继续。</translation>
    </message>
    <message>
      <source>The engine isn't running: start it again, then turn to this page once more.</source>
      <translation>引擎没有运行：请重新启动引擎，再翻到这一页。</translation>
    </message>
    <message>
      <source>Close the lesson; the window becomes again what it was before</source>
      <translation>关闭课程；窗口恢复到之前的样子</translation>
    </message>
    <message>
      <source>Set sentences, masks and panels once more as this page has them</source>
      <translation>按本页的设置重新摆好句子、掩码和面板</translation>
    </message>
    <message>
      <source>Scroll to what is to be done on this page</source>
      <translation>滚动到本页要做的事</translation>
    </message>
    <message>
      <source>The page before (Ctrl+PgUp)</source>
      <translation>上一页（Ctrl+PgUp）</translation>
    </message>
    <message>
      <source>The page behind this one (Ctrl+PgDown)</source>
      <translation>下一页（Ctrl+PgDown）</translation>
    </message>
    <message>
      <source>Close the lesson: this was its last page</source>
      <translation>关闭课程：这是最后一页</translation>
    </message>
    <message>
      <source>Lesson</source>
      <translation>课程</translation>
    </message>
    <message>
      <source>Leave the lesson</source>
      <translation>退出课程</translation>
    </message>
    <message>
      <source>Narration</source>
      <translation>讲解</translation>
    </message>
    <message>
      <source>Set the page again</source>
      <translation>重新设置本页</translation>
    </message>
    <message>
      <source>To do ↓</source>
      <translation>要做的事 ↓</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>上一页</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>下一页</translation>
    </message>
    <message>
      <source>Page {number} of {count}</source>
      <translation>第 {number} 页，共 {count} 页</translation>
    </message>
    <message>
      <source>Finish</source>
      <translation>结束</translation>
    </message>
    <message>
      <source>All pages of the lesson: turn to any of them</source>
      <translation>课程的所有页面：可翻到任意一页</translation>
    </message>
    <message>
      <source>{words}: contents</source>
      <translation>{words}：目录</translation>
    </message>
    <message>
      <source>Page of the lesson</source>
      <translation>课程页面</translation>
    </message>
    <message>
      <source>the head has no end: close it with a line {fence}.</source>
      <translation>开头部分没有结尾：请用一行 {fence} 收尾。</translation>
    </message>
    <message>
      <source>this stands before the first page: put a heading over it, `# Title`.</source>
      <translation>这段内容在第一页之前：请在上面加标题，`# 标题`。</translation>
    </message>
    <message>
      <source>this block has no end: close it with a line {fence}.</source>
      <translation>这个块没有结尾：请用一行 {fence} 收尾。</translation>
    </message>
    <message>
      <source>{name}, line {line}: {words}</source>
      <translation>{name}，第 {line} 行：{words}</translation>
    </message>
    <message>
      <source>a lesson has at most {most:,} characters: divide it into several.</source>
      <translation>一课最多 {most:,} 个字符：请分成几课。</translation>
    </message>
    <message>
      <source>there is no page yet: begin one with a heading, `# Title`.</source>
      <translation>还没有页面：请用标题开始一页，`# 标题`。</translation>
    </message>
    <message>
      <source>a lesson begins with a line {fence}, its `title`, and {fence} again.</source>
      <translation>课程以一行 {fence} 开头，接着是 `title`，然后再一行 {fence}。</translation>
    </message>
    <message>
      <source>a page's heading has a space behind its `#`: put one there.</source>
      <translation>页面标题的 `#` 后面要有空格：请加上。</translation>
    </message>
    <message>
      <source>there is no block `{kind}`: did you mean `{near}`?</source>
      <translation>没有 `{kind}` 这种块：是否想写 `{near}`？</translation>
    </message>
    <message>
      <source>{name} is too long for a lesson: choose another.</source>
      <translation>{name} 太长，不能作为课程：请另选一个。</translation>
    </message>
    <message>
      <source>it is no text in UTF-8</source>
      <translation>不是 UTF-8 文本</translation>
    </message>
    <message>
      <source>{name} can't be read ({reason}): choose another.</source>
      <translation>无法读取 {name}（{reason}）：请另选一个。</translation>
    </message>
    <message>
      <source>this is the page's second `window` block: put both into one.</source>
      <translation>这是本页的第二个 `window` 块：请合并为一个。</translation>
    </message>
    <message>
      <source>The model has no class “{name}”: it has {classes}.</source>
      <translation>模型没有“{name}”这个类别：它有 {classes}。</translation>
    </message>
    <message>
      <source>The model has no class “{name}”: it has no classes.</source>
      <translation>模型没有“{name}”这个类别：它没有类别。</translation>
    </message>
    <message>
      <source>The model's vocabulary has no token “{token}”: put one there that it has.</source>
      <translation>模型的词表中没有词元“{token}”：请换一个有的。</translation>
    </message>
    <message>
      <source>“{word}” frames the pair: mask a word of it instead.</source>
      <translation>“{word}”是句对的边界标记：请掩盖其中的词。</translation>
    </message>
    <message>
      <source>{name} can't be read ({reason}).</source>
      <translation>无法读取 {name}（{reason}）。</translation>
    </message>
    <message>
      <source>{folder} can't be written ({reason}).</source>
      <translation>无法写入 {folder}（{reason}）。</translation>
    </message>
    <message>
      <source>Set the page</source>
      <translation>设置页面</translation>
    </message>
    <message>
      <source>There is no run whose steps could be looked at: begin one, then go to a step of it.</source>
      <translation>没有可以查看其各步的运行：请先开始一次运行，再转到其中一步。</translation>
    </message>
    <message>
      <source>It sets sentences, masks and views of this window, and opens nothing else.</source>
      <translation>它只设置本窗口的句子、掩码和视图，不打开其他内容。</translation>
    </message>
    <message>
      <source>A lesson runs no program and loads nothing from the network. Nothing of yours is deleted; when it ends, the window is as it was.</source>
      <translation>课程不运行任何程序，也不从网络加载内容。不会删除您的任何东西；课程结束后窗口恢复原样。</translation>
    </message>
    <message>
      <source>Copy the file to your own lessons, where the menu Lessons finds it</source>
      <translation>把文件复制到自己的课程中，之后可在“课程”菜单里找到</translation>
    </message>
    <message>
      <source>{file} · {pages} · about {minutes} min</source>
      <translation>{file} · {pages} · 约 {minutes} 分钟</translation>
    </message>
    <message>
      <source>Begin the lesson</source>
      <translation>开始课程</translation>
    </message>
    <message>
      <source>Set the window as its first page does</source>
      <translation>按第一页的设置摆好窗口</translation>
    </message>
    <message>
      <source>Leave the window as it is</source>
      <translation>保持窗口不变</translation>
    </message>
    <message>
      <source>Trains models; each run takes time and room on the disk.</source>
      <translation>会训练模型；每次运行都需要时间和磁盘空间。</translation>
    </message>
    <message>
      <source>1 page</source>
      <translation>1 页</translation>
    </message>
    <message>
      <source>{count} pages</source>
      <translation>{count} 页</translation>
    </message>
    <message>
      <source>Keep it among my lessons</source>
      <translation>保存到我的课程</translation>
    </message>
    <message>
      <source>Opens the model {name}</source>
      <translation>打开模型 {name}</translation>
    </message>
    <message>
      <source>Trains on the text {name}</source>
      <translation>用文本 {name} 训练</translation>
    </message>
    <message>
      <source>Reads the labelled data {name}</source>
      <translation>读取有标签数据 {name}</translation>
    </message>
    <message>
      <source>`{name}` takes no “{value}”: there is {names}.</source>
      <translation>`{name}` 不能是“{value}”：可用的有 {names}。</translation>
    </message>
    <message>
      <source>`{name}` takes no “{value}”: did you mean “{near}”? There is {names}.</source>
      <translation>`{name}` 不能是“{value}”：是否想写“{near}”？可用的有 {names}。</translation>
    </message>
    <message>
      <source>text in quotes</source>
      <translation>加引号的文字</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>整数</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true 或 false</translation>
    </message>
    <message>
      <source>a list in [ ]</source>
      <translation>用 [ ] 括起的列表</translation>
    </message>
    <message>
      <source>a table</source>
      <translation>表</translation>
    </message>
    <message>
      <source>a date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>a time</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>a date and time</source>
      <translation>日期和时间</translation>
    </message>
    <message>
      <source>at least</source>
      <translation>至少</translation>
    </message>
    <message>
      <source>at most</source>
      <translation>至多</translation>
    </message>
    <message>
      <source>more than</source>
      <translation>大于</translation>
    </message>
    <message>
      <source>less than</source>
      <translation>小于</translation>
    </message>
    <message>
      <source>exactly</source>
      <translation>恰好</translation>
    </message>
    <message>
      <source>another value</source>
      <translation>另一种值</translation>
    </message>
    <message>
      <source>`{name}` takes {takes}{bound}.</source>
      <translation>`{name}` 应为{takes}{bound}。</translation>
    </message>
    <message>
      <source> with {sign} {number} entry</source>
      <translation>（{sign} {number} 项）</translation>
    </message>
    <message>
      <source> with {sign} {number} entries</source>
      <translation>（{sign} {number} 项）</translation>
    </message>
    <message>
      <source>there is no `{name}` here: did you mean `{near}`?</source>
      <translation>这里没有 `{name}`：是否想写 `{near}`？</translation>
    </message>
    <message>
      <source>there is no `{name}` here: take it out; there is {names}.</source>
      <translation>这里没有 `{name}`：请去掉；可用的有 {names}。</translation>
    </message>
    <message>
      <source> of {sign} {number}</source>
      <translation>（{sign} {number}）</translation>
    </message>
    <message>
      <source> with {sign} {number} character</source>
      <translation>（{sign} {number} 个字符）</translation>
    </message>
    <message>
      <source>{others} and {last}</source>
      <translation>{others} 和 {last}</translation>
    </message>
    <message>
      <source>`{name}` is missing here: set it.</source>
      <translation>这里缺少 `{name}`：请设置。</translation>
    </message>
    <message>
      <source>this can't be done at the word “{word}”: write "mask", "keep", "random", or "random" and a token.</source>
      <translation>不能对“{word}”这样做：请写 "mask"、"keep"、"random"，或 "random" 加一个词元。</translation>
    </message>
    <message>
      <source>this can't be done at the word “{word}”: write "mask", "keep", "random", or "random" and a token, or none.</source>
      <translation>不能对“{word}”这样做：请写 "mask"、"keep"、"random"、"random" 加一个词元，或 none。</translation>
    </message>
    <message>
      <source>`mask` and `random` together are more than 1: lower one of them.</source>
      <translation>`mask` 与 `random` 之和大于 1：请调低其中一个。</translation>
    </message>
    <message>
      <source>nothing is set in `until`: say when it is done, such as `until.rolls = 1`.</source>
      <translation>`until` 中没有设置任何内容：请说明何时算完成，例如 `until.rolls = 1`。</translation>
    </message>
    <message>
      <source>`{name}` takes a number with an end.</source>
      <translation>`{name}` 应为有限的数。</translation>
    </message>
    <message>
      <source>There is no model size “{size}”: take one of {sizes}. The size stays as it was.</source>
      <translation>没有“{size}”这种模型大小：请从 {sizes} 中选择。大小保持不变。</translation>
    </message>
    <message>
      <source>Pages of the lesson</source>
      <translation>课程的页面</translation>
    </message>
    <message>
      <source>Choose a page to go to its text; drag it to another place</source>
      <translation>选择一页即可转到其文字；拖动可改变位置</translation>
    </message>
    <message>
      <source>Add a page</source>
      <translation>添加页面</translation>
    </message>
    <message>
      <source>Put a new page behind this one</source>
      <translation>在本页后面新增一页</translation>
    </message>
    <message>
      <source>Duplicate the page</source>
      <translation>复制页面</translation>
    </message>
    <message>
      <source>Put a copy behind this page</source>
      <translation>在本页后面放一份副本</translation>
    </message>
    <message>
      <source>Move the page up</source>
      <translation>上移页面</translation>
    </message>
    <message>
      <source>Let this page come before the one above it</source>
      <translation>把本页移到上一页之前</translation>
    </message>
    <message>
      <source>Move the page down</source>
      <translation>下移页面</translation>
    </message>
    <message>
      <source>Let this page come behind the next one</source>
      <translation>把本页移到下一页之后</translation>
    </message>
    <message>
      <source>Delete the page</source>
      <translation>删除页面</translation>
    </message>
    <message>
      <source>Take this page out; undo brings it back</source>
      <translation>去掉本页；撤销可恢复</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页面</translation>
    </message>
    <message>
      <source>{path} can't be written ({reason}): export the lesson somewhere else.</source>
      <translation>无法写入 {path}（{reason}）：请把课程导出到别处。</translation>
    </message>
    <message>
      <source>Lessons (*{suffix})</source>
      <translation>课程 (*{suffix})</translation>
    </message>
    <message>
      <source>Saved among your own lessons, in the menu Lessons.</source>
      <translation>已保存到自己的课程，可在“课程”菜单中找到。</translation>
    </message>
    <message>
      <source>{name} – Lesson editor</source>
      <translation>{name} – 课程编辑器</translation>
    </message>
    <message>
      <source>{name} (draft, not saved) – Lesson editor</source>
      <translation>{name}（草稿，未保存） – 课程编辑器</translation>
    </message>
    <message>
      <source>New lesson</source>
      <translation>新课程</translation>
    </message>
    <message>
      <source>This is how it looks</source>
      <translation>现在的样子</translation>
    </message>
    <message>
      <source>Export the lesson</source>
      <translation>导出课程</translation>
    </message>
    <message>
      <source>Exported as {name}.</source>
      <translation>已导出为 {name}。</translation>
    </message>
    <message>
      <source>New page</source>
      <translation>新页面</translation>
    </message>
    <message>
      <source>What is seen here, and why.</source>
      <translation>这里能看到什么，以及为什么。</translation>
    </message>
    <message>
      <source>Set the window as this page does, and read the lesson there from this page on</source>
      <translation>按本页设置窗口，并从本页起在窗口中阅读课程</translation>
    </message>
    <message>
      <source>Notes for whoever presents</source>
      <translation>演讲者备注</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>Show in the window</source>
      <translation>在窗口中显示</translation>
    </message>
    <message>
      <source>Preview of the page</source>
      <translation>页面预览</translation>
    </message>
    <message>
      <source>Text of the lesson</source>
      <translation>课程文字</translation>
    </message>
    <message>
      <source>Markdown; blocks between ``` set the window, ask for things, or are notes</source>
      <translation>Markdown；``` 之间的块用来设置窗口、提出任务或写备注</translation>
    </message>
    <message>
      <source>Keep the lesson among your own, in the menu Lessons (Ctrl+S)</source>
      <translation>把课程保存到自己的课程中，见“课程”菜单（Ctrl+S）</translation>
    </message>
    <message>
      <source>Write the lesson as one file to hand on</source>
      <translation>把课程写成一个可分享的文件</translation>
    </message>
    <message>
      <source>Put what the main window shows now, sentences, masks and view, behind this page</source>
      <translation>把主窗口当前的句子、掩码和视图作为一页放在本页之后</translation>
    </message>
    <message>
      <source>Take the text as it was saved last; undo brings the draft back</source>
      <translation>恢复到上次保存的文字；撤销可找回草稿</translation>
    </message>
    <message>
      <source>Go to the line</source>
      <translation>转到该行</translation>
    </message>
    <message>
      <source>Put the cursor where it says</source>
      <translation>把光标放到所指的位置</translation>
    </message>
    <message>
      <source>Save this state as a page</source>
      <translation>把当前状态存为一页</translation>
    </message>
    <message>
      <source>Back to what was saved</source>
      <translation>恢复已保存的内容</translation>
    </message>
    <message>
      <source>Export as one file …</source>
      <translation>导出为单个文件…</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>The lesson can be read.</source>
      <translation>课程可以读取。</translation>
    </message>
    <message>
      <source>Start the engine again</source>
      <translation>重新启动引擎</translation>
    </message>
    <message>
      <source>Connect again</source>
      <translation>重新连接</translation>
    </message>
    <message>
      <source>The engine has not answered for {seconds:.0f} s: it is stuck or busy. Wait, or start it again; a run goes on from its last checkpoint.</source>
      <translation>引擎已有 {seconds:.0f} 秒没有应答：它卡住了或正忙。请等待，或重新启动；运行会从最后一个检查点继续。</translation>
    </message>
    <message>
      <source>{crash} The engine was started again, and the run is back at step {step:,}, its last checkpoint.</source>
      <translation>{crash}引擎已重新启动，运行回到最后一个检查点，即第 {step:,} 步。</translation>
    </message>
    <message>
      <source>The engine on {host} has not answered for {seconds:.0f} s: the connection is cut or it is busy. Wait, or start it again; a run goes on from its last checkpoint.</source>
      <translation>{host} 上的引擎已有 {seconds:.0f} 秒没有应答：连接中断或它正忙。请等待，或重新启动；运行会从最后一个检查点继续。</translation>
    </message>
    <message>
      <source>{crash} The engine was started again.</source>
      <translation>{crash}引擎已重新启动。</translation>
    </message>
    <message>
      <source>Slow motion</source>
      <translation>慢动作</translation>
    </message>
    <message>
      <source>BERT chooses 15 % of the tokens; of the chosen ones 80 % become [MASK], 10 % a random token and 10 % stay as they are, so that the model can't rely on seeing [MASK].</source>
      <translation>BERT 选中 15 % 的词元；选中的词元中，80 % 变为 [MASK]，10 % 变为随机词元，10 % 保持原样，使模型不能依赖于看到 [MASK]。</translation>
    </message>
    <message>
      <source>Share of the tokens that is chosen: max(1, round(share × tokens)); BERT's is 15 %</source>
      <translation>选中词元的占比：max(1, round(占比 × 词元数))；BERT 取 15 %</translation>
    </message>
    <message>
      <source>Share of the chosen that becomes [MASK]; BERT's is 80 %</source>
      <translation>选中词元中变为 [MASK] 的占比；BERT 取 80 %</translation>
    </message>
    <message>
      <source>Share of the chosen that becomes a random token of the vocabulary; BERT's is 10 %</source>
      <translation>选中词元中变为词表中随机词元的占比；BERT 取 10 %</translation>
    </message>
    <message>
      <source>Share of the chosen that stays as it is, and is predicted all the same: the rest</source>
      <translation>选中词元中保持原样但仍要预测的占比：即其余部分</translation>
    </message>
    <message>
      <source>What is chosen as one: tokens one by one (BERT), all tokens of a word (whole word masking), or several words in a row, replaced as one (SpanBERT)</source>
      <translation>以什么为单位选取：逐个词元（BERT）、一个词的所有词元（全词掩码），或连续几个词并作为整体替换（SpanBERT）</translation>
    </message>
    <message>
      <source>Seed of the dice: the same seed draws the same masks; each roll moves it on by one</source>
      <translation>掷骰的种子：相同的种子得到相同的掩码；每掷一次，种子加一</translation>
    </message>
    <message>
      <source>Roll that often at once and see the rule's numbers emerge from chance</source>
      <translation>一次掷这么多次，看规则的数字如何从随机中显现</translation>
    </message>
    <message>
      <source>Seed of the dice</source>
      <translation>掷骰的种子</translation>
    </message>
    <message>
      <source>Share of tokens that is chosen</source>
      <translation>选中词元的占比</translation>
    </message>
    <message>
      <source>Share of the chosen that becomes [MASK]</source>
      <translation>选中词元中变为 [MASK] 的占比</translation>
    </message>
    <message>
      <source>Share of the chosen that becomes a random token</source>
      <translation>选中词元中变为随机词元的占比</translation>
    </message>
    <message>
      <source>What is chosen as one</source>
      <translation>选取的单位</translation>
    </message>
    <message>
      <source>Roll</source>
      <translation>掷骰</translation>
    </message>
    <message>
      <source>Take all masks away</source>
      <translation>清除所有掩码</translation>
    </message>
    <message>
      <source>Choose</source>
      <translation>选取</translation>
    </message>
    <message>
      <source>keep</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Draw masks by the rule (Ctrl+R).</source>
      <translation>按规则抽取掩码（Ctrl+R）。</translation>
    </message>
    <message>
      <source>Clear masks</source>
      <translation>清除掩码</translation>
    </message>
    <message>
      <source>chosen {count}/{maskable} = {share} (rule {rate})</source>
      <translation>选中 {count}/{maskable} = {share}（规则 {rate}）</translation>
    </message>
    <message>
      <source>1 roll</source>
      <translation>掷 1 次</translation>
    </message>
    <message>
      <source>{count:,} rolls</source>
      <translation>掷 {count:,} 次</translation>
    </message>
    <message>
      <source>chosen 0/{maskable} (rule {rate})</source>
      <translation>选中 0/{maskable}（规则 {rate}）</translation>
    </message>
    <message>
      <source>No token is chosen: press Roll, or click tokens</source>
      <translation>没有选中词元：请按“掷骰”，或点击词元</translation>
    </message>
    <message>
      <source>{action}: {n} of {count} = {share} (rule {rate})</source>
      <translation>{action}：{n}/{count} = {share}（规则 {rate}）</translation>
    </message>
    <message>
      <source>Why not always [MASK]? Fine-tuning never shows it. RANDOM and KEEP make the model work at every token, for any one may be wrong or asked for: it can't rely on seeing [MASK].</source>
      <translation>为什么不总是用 [MASK]？微调时从不出现它。RANDOM 和 KEEP 让模型在每个词元上都要下功夫，因为任何一个都可能是错的，或者被问到：它不能依赖于看到 [MASK]。</translation>
    </message>
    <message>
      <source>Each token: a roll chooses {mean:.3g} of {maskable} = {share} (rule {rate})</source>
      <translation>每个词元：每掷一次选中 {mean:.3g}/{maskable} = {share}（规则 {rate}）</translation>
    </message>
    <message>
      <source>{count:,} = {share:.1f} % (rule {rate})</source>
      <translation>{count:,} = {share:.1f} %（规则 {rate}）</translation>
    </message>
    <message>
      <source>There is no token to choose: type a sentence.</source>
      <translation>没有可选的词元：请输入一个句子。</translation>
    </message>
    <message>
      <source>The rule chooses 0 % of the tokens: raise it to see rolls.</source>
      <translation>规则选取 0 % 的词元：请调高占比，才能看到掷骰结果。</translation>
    </message>
    <message>
      <source>No whole word fits into {share} of the tokens: raise it, or choose tokens.</source>
      <translation>{share} 的词元容不下一个整词：请调高占比，或以词元为单位。</translation>
    </message>
    <message>
      <source>One token alone: each roll chooses it, for a roll always chooses one</source>
      <translation>只有一个词元：每次都会选中它，因为每掷一次至少选中一个</translation>
    </message>
    <message>
      <source>{rolls}: {total:,} chosen</source>
      <translation>{rolls}：选中 {total:,} 个</translation>
    </message>
    <message>
      <source>{done:,} of {wanted:,} rolls …</source>
      <translation>掷骰 {done:,}/{wanted:,} 次…</translation>
    </message>
    <message>
      <source>Shares after so many rolls</source>
      <translation>掷这么多次后的占比</translation>
    </message>
    <message>
      <source>never</source>
      <translation>从不</translation>
    </message>
    <message>
      <source>How often is rolled: four times as many rolls halve the distance from 80/10/10, which falls as 1/√n</source>
      <translation>掷多少次：次数变为四倍，与 80/10/10 的差距就减半，差距按 1/√n 下降</translation>
    </message>
    <message>
      <source>Rolls the rule many times for this pair: each token is chosen at the rule's rate, and the shares of MASK, RANDOM and KEEP settle at 80/10/10, with an error of about √(p(1−p)/n) after n chosen tokens.</source>
      <translation>对这个句对按规则掷很多次：每个词元按规则的比率被选中，MASK、RANDOM 和 KEEP 的占比趋于 80/10/10，选中 n 个词元后误差约为 √(p(1−p)/n)。</translation>
    </message>
    <message>
      <source>&lt;b&gt;{token}&lt;/b&gt;: chosen in {times:,} of {rolls:,} rolls</source>
      <translation>&lt;b&gt;{token}&lt;/b&gt;：{rolls:,} 次掷骰中选中 {times:,} 次</translation>
    </message>
    <message>
      <source>Many rolls of the mask rule</source>
      <translation>掩码规则的多次掷骰</translation>
    </message>
    <message>
      <source>Number of rolls</source>
      <translation>掷骰次数</translation>
    </message>
    <message>
      <source>Change the number of rolls</source>
      <translation>更改掷骰次数</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>文件(&amp;F)</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>&amp;Model</source>
      <translation>模型(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Training</source>
      <translation>训练(&amp;T)</translation>
    </message>
    <message>
      <source>E&amp;xamples</source>
      <translation>示例(&amp;X)</translation>
    </message>
    <message>
      <source>&amp;Lessons</source>
      <translation>课程(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>Save picture of the view …</source>
      <translation>保存视图图片…</translation>
    </message>
    <message>
      <source>Save numbers of the view …</source>
      <translation>保存视图数值…</translation>
    </message>
    <message>
      <source>Copy picture of the view</source>
      <translation>复制视图图片</translation>
    </message>
    <message>
      <source>Copy numbers of the view</source>
      <translation>复制视图数值</translation>
    </message>
    <message>
      <source>&amp;Token embeddings alone</source>
      <translation>仅词元嵌入(&amp;T)</translation>
    </message>
    <message>
      <source>Token + &amp;segment embeddings</source>
      <translation>词元 + 片段嵌入(&amp;S)</translation>
    </message>
    <message>
      <source>Token + segment + &amp;position embeddings</source>
      <translation>词元 + 片段 + 位置嵌入(&amp;P)</translation>
    </message>
    <message>
      <source>S&amp;um of the three</source>
      <translation>三者之和(&amp;U)</translation>
    </message>
    <message>
      <source>Sum, then &amp;LayerNorm</source>
      <translation>求和，再做 LayerNorm(&amp;L)</translation>
    </message>
    <message>
      <source>Tra&amp;vel through its steps</source>
      <translation>穿越各步(&amp;V)</translation>
    </message>
    <message>
      <source>&amp;Task</source>
      <translation>任务(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Compare</source>
      <translation>对比(&amp;C)</translation>
    </message>
    <message>
      <source>Picture si&amp;ze</source>
      <translation>图片大小(&amp;Z)</translation>
    </message>
    <message>
      <source>On A4: for each page a picture, its words and room for notes.</source>
      <translation>A4 版面：每页一张图片、文字和笔记空间。</translation>
    </message>
    <message>
      <source>Lesson as PDF &amp;handout …</source>
      <translation>课程导出为 PDF 讲义(&amp;H)…</translation>
    </message>
    <message>
      <source>Each page as it is presented, 1920 x 1080 pixels.</source>
      <translation>每一页按演示时的样子，1920 x 1080 像素。</translation>
    </message>
    <message>
      <source>Put a random sentence of the corpus in B's place: does the verdict change?</source>
      <translation>把 B 换成语料中的随机句子：判断会改变吗？</translation>
    </message>
    <message>
      <source>Fill the screen, for a class: large text, keys that turn pages, point and draw.</source>
      <translation>全屏显示，适合课堂：大号文字，用按键翻页、指示和绘画。</translation>
    </message>
    <message>
      <source>Notes, what comes next, and the time; on a second screen where there is one.</source>
      <translation>备注、接下来的内容和时间；有第二块屏幕时显示在那里。</translation>
    </message>
    <message>
      <source>Presenter's &amp;window</source>
      <translation>演讲者窗口(&amp;W)</translation>
    </message>
    <message>
      <source>Put every panel where it was at first.</source>
      <translation>把每个面板放回最初的位置。</translation>
    </message>
    <message>
      <source>By name; nothing is loaded before you have seen how much it is.</source>
      <translation>按名称下载；在看到大小之前不会下载任何东西。</translation>
    </message>
    <message>
      <source>Keep what is looked at now as B, then look at another step or model as A.</source>
      <translation>把现在查看的留作 B，再把另一步或另一个模型作为 A 来看。</translation>
    </message>
    <message>
      <source>Show {side}</source>
      <translation>显示 {side}</translation>
    </message>
    <message>
      <source>One training step as a story, on your own pair or a row of the batch.</source>
      <translation>把一个训练步讲成故事，用您自己的句对或批中的一行。</translation>
    </message>
    <message>
      <source>All runs there are: open, go on, name, compare, or move to the bin.</source>
      <translation>所有运行：打开、继续、命名、对比，或移到回收站。</translation>
    </message>
    <message>
      <source>Let another machine compute, such as one with a GPU that ssh reaches.</source>
      <translation>让另一台机器来计算，例如可通过 ssh 访问的带 GPU 的机器。</translation>
    </message>
    <message>
      <source>A lesson that lies anywhere on this machine.</source>
      <translation>本机任意位置的课程。</translation>
    </message>
    <message>
      <source>&amp;Open lesson file …</source>
      <translation>打开课程文件(&amp;O)…</translation>
    </message>
    <message>
      <source>Make a lesson of your own: pages of words that set this window.</source>
      <translation>制作自己的课程：由文字组成的页面，并能设置此窗口。</translation>
    </message>
    <message>
      <source>&amp;Write a lesson …</source>
      <translation>编写课程(&amp;W)…</translation>
    </message>
    <message>
      <source>The lesson that is read now; of one that ships you save a copy of your own.</source>
      <translation>正在阅读的课程；自带的课程会另存为自己的副本。</translation>
    </message>
    <message>
      <source>&amp;Edit this lesson …</source>
      <translation>编辑本课程(&amp;E)…</translation>
    </message>
    <message>
      <source>Put sentences, masks and view, as they are now, on a new page of a lesson.</source>
      <translation>把当前的句子、掩码和视图放到课程的新页面上。</translation>
    </message>
    <message>
      <source>Save this s&amp;tate as a page …</source>
      <translation>将当前状态存为页面(&amp;T)…</translation>
    </message>
    <message>
      <source>Seven stops through this window, in two minutes.</source>
      <translation>两分钟、七站，走遍此窗口。</translation>
    </message>
    <message>
      <source>Of the view that has the focus; the ? of each view does it too.</source>
      <translation>针对当前焦点所在的视图；各视图的 ? 也可以。</translation>
    </message>
    <message>
      <source>&amp;Panels</source>
      <translation>面板(&amp;P)</translation>
    </message>
    <message>
      <source>&amp;Stage of the input</source>
      <translation>输入的阶段(&amp;I)</translation>
    </message>
    <message>
      <source>&amp;Recent</source>
      <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
      <source>&amp;Open session …</source>
      <translation>打开会话(&amp;O)…</translation>
    </message>
    <message>
      <source>&amp;Save session …</source>
      <translation>保存会话(&amp;S)…</translation>
    </message>
    <message>
      <source>Of the view that has the focus; each view's ⋯ menu does it too.</source>
      <translation>针对当前焦点所在的视图；各视图的 ⋯ 菜单也可以。</translation>
    </message>
    <message>
      <source>Save picture of the &amp;window …</source>
      <translation>保存窗口图片(&amp;W)…</translation>
    </message>
    <message>
      <source>1 pixel for each of the screen</source>
      <translation>每个屏幕像素 1 个像素</translation>
    </message>
    <message>
      <source>{count} pixels for each of the screen</source>
      <translation>每个屏幕像素 {count} 个像素</translation>
    </message>
    <message>
      <source>Pa&amp;ges as PNG …</source>
      <translation>页面导出为 PNG(&amp;G)…</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>退出(&amp;Q)</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>撤销(&amp;U)</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>重做(&amp;R)</translation>
    </message>
    <message>
      <source>Ro&amp;ll masks</source>
      <translation>掷骰选掩码(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Clear masks</source>
      <translation>清除掩码(&amp;C)</translation>
    </message>
    <message>
      <source>S&amp;wap A and B</source>
      <translation>交换 A 和 B(&amp;W)</translation>
    </message>
    <message>
      <source>Ra&amp;ndom B</source>
      <translation>随机 B(&amp;N)</translation>
    </message>
    <message>
      <source>Set the cla&amp;ssic pair</source>
      <translation>设为经典句对(&amp;S)</translation>
    </message>
    <message>
      <source>Pr&amp;esent</source>
      <translation>演示(&amp;R)</translation>
    </message>
    <message>
      <source>L&amp;arger text</source>
      <translation>放大文字(&amp;A)</translation>
    </message>
    <message>
      <source>S&amp;maller text</source>
      <translation>缩小文字(&amp;M)</translation>
    </message>
    <message>
      <source>&amp;Normal text</source>
      <translation>正常文字(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Reset the panels</source>
      <translation>重置面板(&amp;E)</translation>
    </message>
    <message>
      <source>The model that &amp;ships</source>
      <translation>自带模型(&amp;S)</translation>
    </message>
    <message>
      <source>Open &amp;model folder …</source>
      <translation>打开模型文件夹(&amp;M)…</translation>
    </message>
    <message>
      <source>Open run &amp;folder …</source>
      <translation>打开运行文件夹(&amp;F)…</translation>
    </message>
    <message>
      <source>Load from the &amp;Hub …</source>
      <translation>从 Hub 下载(&amp;H)…</translation>
    </message>
    <message>
      <source>&amp;Pin this as B</source>
      <translation>将此固定为 B(&amp;P)</translation>
    </message>
    <message>
      <source>Pin a model &amp;folder as B …</source>
      <translation>将模型文件夹固定为 B(&amp;F)…</translation>
    </message>
    <message>
      <source>&amp;Heads that changed most</source>
      <translation>变化最大的头(&amp;H)</translation>
    </message>
    <message>
      <source>Compare no &amp;longer</source>
      <translation>结束对比(&amp;L)</translation>
    </message>
    <message>
      <source>&amp;Play</source>
      <translation>开始(&amp;P)</translation>
    </message>
    <message>
      <source>Single &amp;step</source>
      <translation>单步(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Reset the run</source>
      <translation>重置运行(&amp;R)</translation>
    </message>
    <message>
      <source>Slow &amp;motion</source>
      <translation>慢动作(&amp;M)</translation>
    </message>
    <message>
      <source>R&amp;uns …</source>
      <translation>运行记录(&amp;U)…</translation>
    </message>
    <message>
      <source>Train on a te&amp;xt file …</source>
      <translation>用文本文件训练(&amp;X)…</translation>
    </message>
    <message>
      <source>Train on a &amp;folder of texts …</source>
      <translation>用文本文件夹训练(&amp;F)…</translation>
    </message>
    <message>
      <source>&amp;Engine …</source>
      <translation>引擎(&amp;E)…</translation>
    </message>
    <message>
      <source>&amp;Keys</source>
      <translation>按键(&amp;K)</translation>
    </message>
    <message>
      <source>&amp;Command palette</source>
      <translation>命令面板(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Tour of bertscope</source>
      <translation>bertscope 导览(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;Engine log</source>
      <translation>引擎日志(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;About bertscope</source>
      <translation>关于 bertscope(&amp;A)</translation>
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation>暂停(&amp;P)</translation>
    </message>
    <message>
      <source>About bertscope</source>
      <translation>关于 bertscope</translation>
    </message>
    <message>
      <source>bertscope {version}: a microscope for BERT's pre-training.

Devlin, Chang, Lee, Toutanova: BERT, 2018. Licence: Apache-2.0.</source>
      <translation>bertscope {version}：观察 BERT 预训练的显微镜。

Devlin, Chang, Lee, Toutanova: BERT, 2018。许可证：Apache-2.0。</translation>
    </message>
    <message>
      <source>Engine log</source>
      <translation>引擎日志</translation>
    </message>
    <message>
      <source>Colours of the s&amp;ystem</source>
      <translation>跟随系统颜色(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Light</source>
      <translation>浅色(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Dark</source>
      <translation>深色(&amp;D)</translation>
    </message>
    <message>
      <source>Change the stage</source>
      <translation>更改阶段</translation>
    </message>
    <message>
      <source>The engine wrote nothing.</source>
      <translation>引擎没有写任何内容。</translation>
    </message>
    <message>
      <source>&amp;Back to the page before</source>
      <translation>上一页(&amp;B)</translation>
    </message>
    <message>
      <source>&amp;Next page</source>
      <translation>下一页(&amp;N)</translation>
    </message>
    <message>
      <source>&amp;Set the page again</source>
      <translation>重新设置本页(&amp;S)</translation>
    </message>
    <message>
      <source>&amp;Leave the lesson</source>
      <translation>退出课程(&amp;L)</translation>
    </message>
    <message>
      <source>{name} has no {heads}: what you see from there comes from random weights until you train.</source>
      <translation>{name} 没有{heads}：在训练之前，那里显示的内容来自随机权重。</translation>
    </message>
    <message>
      <source>reading {name} …</source>
      <translation>正在读取 {name}…</translation>
    </message>
    <message>
      <source> and no </source>
      <translation>和</translation>
    </message>
    <message>
      <source>{name} was being read and is not open.</source>
      <translation>{name} 当时正在读取，未能打开。</translation>
    </message>
    <message>
      <source>logits</source>
      <translation>logits</translation>
    </message>
    <message>
      <source>Not chosen: what the model says here is no part of the loss.</source>
      <translation>未选中：模型在这里的预测不计入损失。</translation>
    </message>
    <message>
      <source>The word is hidden, and is guessed from both sides. [MASK] is never seen when BERT is used, so not every chosen word is hidden: some are kept, some are replaced.</source>
      <translation>这个词被遮住，要根据两侧的上下文来猜。实际使用 BERT 时从不出现 [MASK]，因此并非每个选中的词都被遮住：有些保留，有些被替换。</translation>
    </message>
    <message>
      <source>A random word stands here, and the model has to say what was there: it learns to weigh each word against the others, for any of them may be wrong.</source>
      <translation>这里是一个随机的词，模型必须说出原来是什么：它学会用其他词来衡量每个词，因为任何一个都可能是错的。</translation>
    </message>
    <message>
      <source>The word is kept, and asked for all the same: the model can't know which words it will be asked for, so it has to understand every one of them; and the word it sees is often the right one.</source>
      <translation>这个词保持不变，但仍要预测：模型无法知道会问到哪些词，所以必须理解每一个词；而且它看到的词往往就是正确的。</translation>
    </message>
    <message>
      <source>{output} · was “{token}”</source>
      <translation>{output} · 原为“{token}”</translation>
    </message>
    <message>
      <source>{output} · reads “{token}”</source>
      <translation>{output} · 读到“{token}”</translation>
    </message>
    <message>
      <source>{facts}: the loss is −ln of the original's probability, 0 where the model is sure of it. Double-click the title for all probabilities.</source>
      <translation>{facts}：损失是原词概率的 −ln，模型完全确定时为 0。双击标题可查看所有概率。</translation>
    </message>
    <message>
      <source>“{token}” is a random word: none can be trusted blindly.</source>
      <translation>“{token}”是随机的词：哪个词都不能盲目相信。</translation>
    </message>
    <message>
      <source>“{token}” is random: trust no word blindly.</source>
      <translation>“{token}”是随机的：不可盲信任何词。</translation>
    </message>
    <message>
      <source>reads “{token}”, random</source>
      <translation>读到“{token}”，随机</translation>
    </message>
    <message>
      <source>p {share} · rank {rank} of {size:,} · −ln p = {loss}</source>
      <translation>p {share} · 第 {rank}/{size:,} 名 · −ln p = {loss}</translation>
    </message>
    <message>
      <source>p {share} · rank {rank} · −ln p = {loss}</source>
      <translation>p {share} · 第 {rank} 名 · −ln p = {loss}</translation>
    </message>
    <message>
      <source>Kept, but asked for: no word is safe to skip.</source>
      <translation>保留但仍要预测：哪个词都不能略过。</translation>
    </message>
    <message>
      <source>kept as it is</source>
      <translation>保持原样</translation>
    </message>
    <message>
      <source>Fine-tuning has put another head in the place of the masked-LM head: what the model answers stands in the panel Answer. A token that is masked above is hidden from it.</source>
      <translation>微调用另一个头取代了掩码语言模型头：模型的回答在“答案”面板中。上方被掩盖的词元，模型看不到。</translation>
    </message>
    <message>
      <source>Click a token above to mask it, or press T on one: here BERT says what stands there.</source>
      <translation>点击上方的词元来掩盖它，或在词元上按 T：BERT 会在这里说出那里是什么。</translation>
    </message>
    <message>
      <source>Type a sentence above and mask a token of it: here BERT says what stands there.</source>
      <translation>在上方输入一个句子并掩盖其中一个词元：BERT 会在这里说出那里是什么。</translation>
    </message>
    <message>
      <source>Predictions at the chosen and the asked positions</source>
      <translation>选中位置和询问位置的预测</translation>
    </message>
    <message>
      <source>{token} · rank {rank:,} · p {share}</source>
      <translation>{token} · 第 {rank:,} 名 · p {share}</translation>
    </message>
    <message>
      <source>H = {entropy} nats · perplexity eᴴ = {perplexity}</source>
      <translation>H = {entropy} 奈特 · 困惑度 eᴴ = {perplexity}</translation>
    </message>
    <message>
      <source>rank</source>
      <translation>名次</translation>
    </message>
    <message>
      <source>probability</source>
      <translation>概率</translation>
    </message>
    <message>
      <source>top {rank:,}: {mass}</source>
      <translation>前 {rank:,}：{mass}</translation>
    </message>
    <message>
      <source>Press the curve on a prediction, or double-click its title: here its whole distribution is shown, all tokens of the vocabulary from the likeliest to the least likely.</source>
      <translation>按预测上的曲线图标，或双击其标题：这里显示完整的分布，即词表中所有词元，从最可能到最不可能。</translation>
    </message>
    <message>
      <source>Reading the probabilities of the whole vocabulary.</source>
      <translation>正在读取整个词表的概率。</translation>
    </message>
    <message>
      <source>The position that was looked at has no prediction any more: press the curve on another one.</source>
      <translation>所看的位置不再有预测：请按另一个预测上的曲线图标。</translation>
    </message>
    <message>
      <source>softmax gives every token of the vocabulary a probability; here they are sorted. The entropy H = −Σ p ln p says how uncertain the model is: as uncertain as among e^H equally likely tokens, the perplexity.</source>
      <translation>softmax 给词表中的每个词元一个概率；这里按大小排序。熵 H = −Σ p ln p 表明模型有多不确定：相当于在 e^H 个等可能的词元中选择，即困惑度。</translation>
    </message>
    <message>
      <source>Probabilities of all tokens, sorted</source>
      <translation>所有词元的概率，已排序</translation>
    </message>
    <message>
      <source>L_MLM = −(1/|M|) Σ ln p(w_i | masked pair): the mean over the chosen positions M of −ln p of the original token.</source>
      <translation>L_MLM = −(1/|M|) Σ ln p(w_i | 掩盖后的句对)：在选中位置 M 上，原词元的 −ln p 的均值。</translation>
    </message>
    <message>
      <source>L_NSP = −ln P(label | C): how surprised the model is by whether B follows A.</source>
      <translation>L_NSP = −ln P(标签 | C)：对于 B 是否接 A，模型有多意外。</translation>
    </message>
    <message>
      <source>L = −ln P(label): how surprised the fine-tuned model is by the class that is right.</source>
      <translation>L = −ln P(标签)：对于正确的类别，微调过的模型有多意外。</translation>
    </message>
    <message>
      <source>L = L_MLM + L_NSP: what training makes smaller, averaged over many pairs.</source>
      <translation>L = L_MLM + L_NSP：训练要减小的量，在许多句对上取平均。</translation>
    </message>
    <message>
      <source>no token is chosen: no masked-LM loss</source>
      <translation>没有选中词元：无掩码语言模型损失</translation>
    </message>
    <message>
      <source>B is empty: no next-sentence loss</source>
      <translation>B 为空：无下一句预测损失</translation>
    </message>
    <message>
      <source>no label is set: say in the panel Answer which class is right</source>
      <translation>未设标签：请在“答案”面板中指明正确的类别</translation>
    </message>
    <message>
      <source>no loss: what is right is known only of the examples it is trained on</source>
      <translation>无损失：只有训练样本才知道正确答案</translation>
    </message>
    <message>
      <source>{count} more</source>
      <translation>另有 {count}</translation>
    </message>
    <message>
      <source>label ✓</source>
      <translation>标签 ✓</translation>
    </message>
    <message>
      <source>−ln p of the original token “{token}” at {at}, which has p = {share}; the loss is the mean over the chosen positions.</source>
      <translation>{at} 处原词元“{token}”的 −ln p，其 p = {share}；损失是选中位置上的均值。</translation>
    </message>
    <message>
      <source>Of A. {tip}</source>
      <translation>A 的。{tip}</translation>
    </message>
    <message>
      <source>Of B. {tip}</source>
      <translation>B 的。{tip}</translation>
    </message>
    <message>
      <source>There is no loss that both A and B have: look at A or at B.</source>
      <translation>没有 A 和 B 都有的损失：请单独查看 A 或 B。</translation>
    </message>
    <message>
      <source>Choose a token, or type a sentence B: without both there is nothing to learn from.</source>
      <translation>请选中一个词元，或输入句子 B：两者都没有，就没有可学的。</translation>
    </message>
    <message>
      <source>The objective of this pair: L = −(1/|M|) Σ_{i∈M} ln p(w_i | masked pair) − ln P(label | C), with M the chosen positions, w_i the tokens that stood there and C the vector of [CLS] (Devlin et al. 2018).</source>
      <translation>这个句对的目标函数：L = −(1/|M|) Σ_{i∈M} ln p(w_i | 掩盖后的句对) − ln P(标签 | C)，其中 M 为选中位置，w_i 为原来的词元，C 为 [CLS] 的向量（Devlin et al. 2018）。</translation>
    </message>
    <message>
      <source>The objective of this pair</source>
      <translation>这个句对的目标函数</translation>
    </message>
    <message>
      <source>How many of the likeliest tokens are listed, of all that softmax gives a probability</source>
      <translation>在 softmax 给出概率的所有词元中，列出最可能的多少个</translation>
    </message>
    <message>
      <source>What the masked-LM head says at each position: p = softmax(E·h + b) over the whole vocabulary, with E the token embeddings and h from T_i. Click a guess to put it into the sentence.</source>
      <translation>掩码语言模型头在每个位置的预测：对整个词表 p = softmax(E·h + b)，其中 E 为词元嵌入，h 来自 T_i。点击一个猜测可把它放进句子。</translation>
    </message>
    <message>
      <source>≤: it isn't among the likeliest that were asked for</source>
      <translation>≤：不在所询问的最可能词元之中</translation>
    </message>
    <message>
      <source>Show the probability of every token of the vocabulary here (D)</source>
      <translation>显示这里词表中每个词元的概率（D）</translation>
    </message>
    <message>
      <source>Ask no longer what the model says here (Delete)</source>
      <translation>不再询问模型在这里的预测（Delete）</translation>
    </message>
    <message>
      <source>Show a distribution</source>
      <translation>显示分布</translation>
    </message>
    <message>
      <source>Guesses that each prediction lists</source>
      <translation>每个预测列出的猜测数</translation>
    </message>
    <message>
      <source>Change how many guesses are listed</source>
      <translation>更改列出的猜测数</translation>
    </message>
    <message>
      <source>Click to put it into the sentence</source>
      <translation>点击可放进句子</translation>
    </message>
    <message>
      <source>top</source>
      <translation>前</translation>
    </message>
    <message>
      <source>Close a prediction</source>
      <translation>关闭预测</translation>
    </message>
    <message>
      <source>Whether B really follows A: the label, and the loss is −ln of its probability. In training half of the pairs have a random sentence as B.</source>
      <translation>B 是否真的接 A：即标签，损失是其概率的 −ln。训练时，一半句对的 B 是随机句子。</translation>
    </message>
    <message>
      <source>B is empty: type a sentence there, or press Random B, to have it judged.</source>
      <translation>B 为空：请在那里输入句子，或按“随机 B”，以便判断。</translation>
    </message>
    <message>
      <source>Fine-tuning has put another head in the place of the next-sentence head: what it says of C stands in the panel Answer.</source>
      <translation>微调用另一个头取代了下一句预测头：它对 C 的判断在“答案”面板中。</translation>
    </message>
    <message>
      <source>BERT judges the pair by C, the last hidden state of [CLS]: P(IsNext) = softmax(U·tanh(W·C + b) + d). The loss is −ln of the label's probability.</source>
      <translation>BERT 根据 [CLS] 的最后隐藏状态 C 判断句对：P(IsNext) = softmax(U·tanh(W·C + b) + d)。损失是标签概率的 −ln。</translation>
    </message>
    <message>
      <source>Next sentence prediction from C</source>
      <translation>由 C 作下一句预测</translation>
    </message>
    <message>
      <source>Label of the pair</source>
      <translation>句对的标签</translation>
    </message>
    <message>
      <source>B follows A</source>
      <translation>B 接 A</translation>
    </message>
    <message>
      <source>B doesn't follow A</source>
      <translation>B 不接 A</translation>
    </message>
    <message>
      <source>A linear layer turns the pooled vector into two logits, and softmax these into probabilities: P(IsNext) = e^x₀ / (e^x₀ + e^x₁). ✓ is the label of the pair.</source>
      <translation>线性层把池化后的向量变为两个 logits，softmax 再把它们变为概率：P(IsNext) = e^x₀ / (e^x₀ + e^x₁)。✓ 是句对的标签。</translation>
    </message>
    <message>
      <source>C: the last hidden state of [CLS], {size} values, which has attended to the whole pair. Colours end at ±{limit:.2f}.</source>
      <translation>C：[CLS] 的最后隐藏状态，{size} 个值，已关注整个句对。颜色两端为 ±{limit:.2f}。</translation>
    </message>
    <message>
      <source>The pooler, tanh(W·C + b), {size} values between −1 and 1. Colours end at ±{limit:.2f}.</source>
      <translation>池化层 tanh(W·C + b)，{size} 个介于 −1 与 1 之间的值。颜色两端为 ±{limit:.2f}。</translation>
    </message>
    <message>
      <source>Shown is {side}.</source>
      <translation>显示的是 {side}。</translation>
    </message>
    <message>
      <source>pooler</source>
      <translation>池化层</translation>
    </message>
    <message>
      <source>Pre-training on both objectives at once.</source>
      <translation>同时针对两个目标进行预训练。</translation>
    </message>
    <message>
      <source>Fine-tuning: the loss of labelled examples, and how well those are answered that are kept apart. All weights move, unless only the head is trained.</source>
      <translation>微调：有标签样本的损失，以及留出样本的回答情况。除非只训练任务头，否则所有权重都会变动。</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>训练</translation>
    </message>
    <message>
      <source>What the model says at T</source>
      <translation>模型在 T 处的预测</translation>
    </message>
    <message>
      <source>C: is B next?</source>
      <translation>C：B 是下一句吗？</translation>
    </message>
    <message>
      <source>Objective</source>
      <translation>目标函数</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>答案</translation>
    </message>
    <message>
      <source>Which tokens count</source>
      <translation>哪些词元起作用</translation>
    </message>
    <message>
      <source>Attention</source>
      <translation>注意力</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>各层</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>映射图</translation>
    </message>
    <message>
      <source>Changed heads</source>
      <translation>变化的头</translation>
    </message>
    <message>
      <source>Vector</source>
      <translation>向量</translation>
    </message>
    <message>
      <source>All probabilities</source>
      <translation>全部概率</translation>
    </message>
    <message>
      <source>Many rolls</source>
      <translation>多次掷骰</translation>
    </message>
    <message>
      <source>What pre-training is worth</source>
      <translation>预训练的价值</translation>
    </message>
    <message>
      <source>Curves</source>
      <translation>曲线</translation>
    </message>
    <message>
      <source>Input figure</source>
      <translation>输入图</translation>
    </message>
    <message>
      <source>What is this?</source>
      <translation>这是什么？</translation>
    </message>
    <message>
      <source>Click for the formula and the lesson (Shift+F1)</source>
      <translation>点击查看公式和课程（Shift+F1）</translation>
    </message>
    <message>
      <source>Take it out of the window</source>
      <translation>移出窗口</translation>
    </message>
    <message>
      <source>Save or copy this view, move it or put it away</source>
      <translation>保存或复制此视图，移动或收起它</translation>
    </message>
    <message>
      <source>More of {title}</source>
      <translation>{title}：更多</translation>
    </message>
    <message>
      <source>Put it away</source>
      <translation>收起</translation>
    </message>
    <message>
      <source>Put it back into the window</source>
      <translation>放回窗口</translation>
    </message>
    <message>
      <source>The screen is blank: any key brings the picture back</source>
      <translation>屏幕已清空：按任意键恢复画面</translation>
    </message>
    <message>
      <source>{path} can't be written ({reason}): choose another place.</source>
      <translation>无法写入 {path}（{reason}）：请换一个位置。</translation>
    </message>
    <message>
      <source>No lesson is open: begin one in the Lessons menu, then save it.</source>
      <translation>没有打开的课程：请在“课程”菜单中开始一课，再保存。</translation>
    </message>
    <message>
      <source>Save the lesson as a PDF handout</source>
      <translation>把课程保存为 PDF 讲义</translation>
    </message>
    <message>
      <source>Save the pages as PNG</source>
      <translation>把页面保存为 PNG</translation>
    </message>
    <message>
      <source>Folder of PNG pictures (*)</source>
      <translation>PNG 图片文件夹 (*)</translation>
    </message>
    <message>
      <source>painting {count} pages …</source>
      <translation>正在绘制 {count} 页…</translation>
    </message>
    <message>
      <source>The lesson could not be saved ({reason}): try again.</source>
      <translation>无法保存课程（{reason}）：请重试。</translation>
    </message>
    <message>
      <source>The lesson is in {name}.</source>
      <translation>课程已保存到 {name}。</translation>
    </message>
    <message>
      <source>Pen · {colour} · 1 2 3 colour · Ctrl+Z takes back · E erases · P puts it away</source>
      <translation>画笔 · {colour} · 1 2 3 颜色 · Ctrl+Z 撤回 · E 擦除 · P 收起</translation>
    </message>
    <message>
      <source>Esc: leave · ?: all keys</source>
      <translation>Esc：退出 · ?：全部按键</translation>
    </message>
    <message>
      <source>red</source>
      <translation>红色</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>蓝色</translation>
    </message>
    <message>
      <source>amber</source>
      <translation>琥珀色</translation>
    </message>
    <message>
      <source>Drawn on the picture</source>
      <translation>画在画面上的内容</translation>
    </message>
    <message>
      <source>About {minutes} min · {pages}</source>
      <translation>约 {minutes} 分钟 · {pages}</translation>
    </message>
    <message>
      <source>{name}: choose a name that ends in .pdf.</source>
      <translation>{name}：请选择以 .pdf 结尾的文件名。</translation>
    </message>
    <message>
      <source>bertscope · a lesson</source>
      <translation>bertscope · 课程</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>→  Page Down</source>
      <translation>→  Page Down</translation>
    </message>
    <message>
      <source>the next page; a clicker does it too</source>
      <translation>下一页；翻页笔也可以</translation>
    </message>
    <message>
      <source>←  Page Up</source>
      <translation>←  Page Up</translation>
    </message>
    <message>
      <source>the page before</source>
      <translation>上一页</translation>
    </message>
    <message>
      <source>Home  End</source>
      <translation>Home  End</translation>
    </message>
    <message>
      <source>the first page, the last page</source>
      <translation>第一页，最后一页</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>空格</translation>
    </message>
    <message>
      <source>play the training, or pause it</source>
      <translation>开始或暂停训练</translation>
    </message>
    <message>
      <source>a black screen; any key brings the picture back</source>
      <translation>黑屏；按任意键恢复画面</translation>
    </message>
    <message>
      <source>a white screen</source>
      <translation>白屏</translation>
    </message>
    <message>
      <source>a laser pointer that follows the mouse</source>
      <translation>跟随鼠标的激光笔</translation>
    </message>
    <message>
      <source>a pen: draw on the picture until the page is turned</source>
      <translation>画笔：在画面上绘制，翻页后清除</translation>
    </message>
    <message>
      <source>the pen's colour: red, blue, amber</source>
      <translation>画笔颜色：红、蓝、琥珀</translation>
    </message>
    <message>
      <source>with the pen: take back a stroke</source>
      <translation>使用画笔时：撤回一笔</translation>
    </message>
    <message>
      <source>with the pen: erase all strokes</source>
      <translation>使用画笔时：擦除所有笔迹</translation>
    </message>
    <message>
      <source>a spotlight on the view under the mouse; again: off</source>
      <translation>聚光照亮鼠标下的视图；再按一次关闭</translation>
    </message>
    <message>
      <source>larger text, smaller text</source>
      <translation>放大文字，缩小文字</translation>
    </message>
    <message>
      <source>the presenter's window: notes, clock, what comes next</source>
      <translation>演讲者窗口：备注、时钟、下一页</translation>
    </message>
    <message>
      <source>leave; in a text field Esc leaves the field first</source>
      <translation>退出；在文本框中 Esc 先离开文本框</translation>
    </message>
    <message>
      <source>these keys</source>
      <translation>这些按键</translation>
    </message>
    <message>
      <source>*This page has no notes.*</source>
      <translation>*本页没有备注。*</translation>
    </message>
    <message>
      <source>✓ done</source>
      <translation>✓ 已完成</translation>
    </message>
    <message>
      <source>○ not done yet</source>
      <translation>○ 尚未完成</translation>
    </message>
    <message>
      <source>Notes of this page</source>
      <translation>本页备注</translation>
    </message>
    <message>
      <source>Presenter's window</source>
      <translation>演讲者窗口</translation>
    </message>
    <message>
      <source>← Back</source>
      <translation>← 上一页</translation>
    </message>
    <message>
      <source>Turn to the page before</source>
      <translation>翻到上一页</translation>
    </message>
    <message>
      <source>Next →</source>
      <translation>下一页 →</translation>
    </message>
    <message>
      <source>Turn to the next page</source>
      <translation>翻到下一页</translation>
    </message>
    <message>
      <source>Blank</source>
      <translation>黑屏</translation>
    </message>
    <message>
      <source>Make the class's screen black, or bring it back</source>
      <translation>让课堂屏幕变黑，或恢复画面</translation>
    </message>
    <message>
      <source>Since presenting began</source>
      <translation>演示已进行的时间</translation>
    </message>
    <message>
      <source>The time of day</source>
      <translation>当前时间</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>画面</translation>
    </message>
    <message>
      <source>No lesson is open</source>
      <translation>没有打开的课程</translation>
    </message>
    <message>
      <source>The class sees the views as they stand.</source>
      <translation>课堂上看到的是当前的视图。</translation>
    </message>
    <message>
      <source>This is the last page.</source>
      <translation>这是最后一页。</translation>
    </message>
    <message>
      <source>Next: {title}</source>
      <translation>下一页：{title}</translation>
    </message>
    <message>
      <source>The second screen is gone: the presenter's window is closed, Ctrl+Shift+P shows it here.</source>
      <translation>第二块屏幕已断开：演讲者窗口已关闭，按 Ctrl+Shift+P 可在此处显示。</translation>
    </message>
    <message>
      <source>Keys while presenting</source>
      <translation>演示时的按键</translation>
    </message>
    <message>
      <source>The page of the lesson</source>
      <translation>课程的这一页</translation>
    </message>
    <message>
      <source>What the page says</source>
      <translation>本页内容</translation>
    </message>
    <message>
      <source>What is asked</source>
      <translation>任务</translation>
    </message>
    <message>
      <source>Page {number}, “{title}”: {why}</source>
      <translation>第 {number} 页“{title}”：{why}</translation>
    </message>
    <message>
      <source>the model said nothing within {seconds:.0f} s. Try again, or choose a smaller model for that page.</source>
      <translation>模型在 {seconds:.0f} 秒内没有给出结果。请重试，或为该页选择较小的模型。</translation>
    </message>
    <message>
      <source>it could not be set in {seconds:.0f} s.</source>
      <translation>未能在 {seconds:.0f} 秒内设置好。</translation>
    </message>
    <message>
      <source>The engine did not start in time: run `bertscope info`.</source>
      <translation>引擎未能及时启动：请运行 `bertscope info`。</translation>
    </message>
    <message>
      <source>The engine isn't there yet, which picks the sentence: wait a moment.</source>
      <translation>挑选句子的引擎还没有就绪：请稍候。</translation>
    </message>
    <message>
      <source>from the Hub</source>
      <translation>来自 Hub</translation>
    </message>
    <message>
      <source>&amp;Forget these</source>
      <translation>清除这些记录(&amp;F)</translation>
    </message>
    <message>
      <source>Empty this list; nothing is deleted from the disk</source>
      <translation>清空此列表；不会删除磁盘上的任何内容</translation>
    </message>
    <message>
      <source>{path} isn't there any more</source>
      <translation>{path} 已不存在</translation>
    </message>
    <message>
      <source>How far play goes: it holds by itself when that is so, and play goes on from there</source>
      <translation>训练进行到哪里：达到后会自动停住，按“开始”则从那里继续</translation>
    </message>
    <message>
      <source>The run is finished there; the learning rate falls to zero on the way, so moving the end changes how fast it falls</source>
      <translation>运行在此结束；学习率在途中降到零，因此移动终点会改变它下降的快慢</translation>
    </message>
    <message>
      <source>A step that the run has reached doesn't count any more</source>
      <translation>运行已经到达的步不再算数</translation>
    </message>
    <message>
      <source>Training holds when the mean over the last {steps} steps is below this, for one batch alone may be lucky</source>
      <translation>最近 {steps} 步的均值低于此值时训练停住，因为单独一批可能只是碰巧</translation>
    </message>
    <message>
      <source>How far play goes</source>
      <translation>训练进行到哪里</translation>
    </message>
    <message>
      <source>Stop at step</source>
      <translation>终止步</translation>
    </message>
    <message>
      <source>Steps to do</source>
      <translation>要做的步数</translation>
    </message>
    <message>
      <source>So many from here</source>
      <translation>从当前步算起的步数</translation>
    </message>
    <message>
      <source>Step to hold at</source>
      <translation>停住的步</translation>
    </message>
    <message>
      <source>Masked LM loss to reach</source>
      <translation>要达到的掩码语言模型损失</translation>
    </message>
    <message>
      <source>Next sentence loss to reach</source>
      <translation>要达到的下一句预测损失</translation>
    </message>
    <message>
      <source>Total loss to reach</source>
      <translation>要达到的总损失</translation>
    </message>
    <message>
      <source>Seconds to train</source>
      <translation>训练秒数</translation>
    </message>
    <message>
      <source>So many from here, pauses left out</source>
      <translation>从现在算起的秒数，不计暂停</translation>
    </message>
    <message>
      <source>stop at</source>
      <translation>终止于</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>步数</translation>
    </message>
    <message>
      <source>seconds</source>
      <translation>秒</translation>
    </message>
    <message>
      <source>below</source>
      <translation>低于</translation>
    </message>
    <message>
      <source>B is random in {share} of the pairs, so always giving the same answer is right in {often}.</source>
      <translation>{share} 的句对中 B 是随机的，因此总给同一个答案也有 {often} 是对的。</translation>
    </message>
    <message>
      <source>Begin a new run</source>
      <translation>开始新的运行</translation>
    </message>
    <message>
      <source>Go on training</source>
      <translation>继续训练</translation>
    </message>
    <message>
      <source>{run} is followed no more.</source>
      <translation>不再跟踪 {run}。</translation>
    </message>
    <message>
      <source>Go on with 1 pair a micro-batch</source>
      <translation>以每个微批 1 个句对继续</translation>
    </message>
    <message>
      <source>Go on with {count:,} pairs a micro-batch</source>
      <translation>以每个微批 {count:,} 个句对继续</translation>
    </message>
    <message>
      <source>What is on the screen is kept.</source>
      <translation>屏幕上的内容会保留。</translation>
    </message>
    <message>
      <source>open model</source>
      <translation>打开的模型</translation>
    </message>
    <message>
      <source>AdamW's learning rate at its peak: how far a step moves embeddings, biases and heads, and with AdamW alone everything. It warms up to this and falls to zero at the last step</source>
      <translation>AdamW 学习率的峰值：一步把嵌入、偏置和输出头移动多远；只用 AdamW 时则是全部参数。它先预热到此值，到最后一步降为零</translation>
    </message>
    <message>
      <source>Muon's learning rate at its peak: how far a step moves the matrices inside the encoder</source>
      <translation>Muon 学习率的峰值：一步把编码器内部的矩阵移动多远</translation>
    </message>
    <message>
      <source>Pairs or examples a step: more of them make the gradient less noisy and the step slower</source>
      <translation>每步的句对数或样本数：越多，梯度噪声越小，每步也越慢</translation>
    </message>
    <message>
      <source>Share of the tokens that is chosen and predicted; BERT's is 15 %</source>
      <translation>被选中并预测的词元占比；BERT 为 15 %</translation>
    </message>
    <message>
      <source>What is chosen as one: a token, all tokens of a word, or several words in a row</source>
      <translation>什么作为一个整体被选中：一个词元、一个词的全部词元，或连续几个词</translation>
    </message>
    <message>
      <source>What counts in the loss that is minimised; the other one is still measured. RoBERTa left out the next sentence</source>
      <translation>哪些计入要最小化的损失；另一个仍会测量。RoBERTa 去掉了下一句预测</translation>
    </message>
    <message>
      <source>Room on the engine's disk for the weights of past steps, so that the sentence can be looked at as the model was then; when it is full, steps between are let go of</source>
      <translation>引擎磁盘上留给过去各步权重的空间，以便用当时的模型来看这个句子；空间用满后，中间的一些步会被舍弃</translation>
    </message>
    <message>
      <source>What is trained: random weights of one of BERT's sizes, or the open model's weights</source>
      <translation>训练什么：某种 BERT 尺寸的随机权重，或打开的模型的权重</translation>
    </message>
    <message>
      <source>Tokens a pair has at the most, with [CLS] and [SEP]; BERT began with 128</source>
      <translation>一个句对最多的词元数，含 [CLS] 和 [SEP]；BERT 从 128 开始</translation>
    </message>
    <message>
      <source>Muon makes each update of the encoder's matrices as large in all directions; AdamW does the rest, or all</source>
      <translation>Muon 使编码器矩阵的每次更新在各个方向上一样大；其余部分或全部由 AdamW 负责</translation>
    </message>
    <message>
      <source>Of weights, pairs, masks and dropout: the same seed gives the same run</source>
      <translation>用于权重、句对、掩码和 Dropout：相同的种子得到相同的运行</translation>
    </message>
    <message>
      <source>both losses</source>
      <translation>两个损失</translation>
    </message>
    <message>
      <source>masked LM only</source>
      <translation>仅掩码语言模型</translation>
    </message>
    <message>
      <source>next sentence only</source>
      <translation>仅下一句</translation>
    </message>
    <message>
      <source>The weights of the model that is open</source>
      <translation>当前打开的模型的权重</translation>
    </message>
    <message>
      <source>Learning rate of AdamW</source>
      <translation>AdamW 的学习率</translation>
    </message>
    <message>
      <source>Learning rate of Muon</source>
      <translation>Muon 的学习率</translation>
    </message>
    <message>
      <source>Halve the learning rate, both where there are two</source>
      <translation>学习率减半；有两个时都减半</translation>
    </message>
    <message>
      <source>Double the learning rate, both where there are two</source>
      <translation>学习率加倍；有两个时都加倍</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>批大小</translation>
    </message>
    <message>
      <source>Share of tokens that is masked</source>
      <translation>被掩盖的词元占比</translation>
    </message>
    <message>
      <source>What is masked as one</source>
      <translation>什么作为一个整体被掩盖</translation>
    </message>
    <message>
      <source>What the losses count for</source>
      <translation>各损失的权重</translation>
    </message>
    <message>
      <source>Room for past steps</source>
      <translation>留给过去各步的空间</translation>
    </message>
    <message>
      <source>What is trained</source>
      <translation>训练什么</translation>
    </message>
    <message>
      <source>Length of the pairs</source>
      <translation>句对长度</translation>
    </message>
    <message>
      <source>Optimizer</source>
      <translation>优化器</translation>
    </message>
    <message>
      <source>Seed of the run</source>
      <translation>运行的种子</translation>
    </message>
    <message>
      <source>length</source>
      <translation>长度</translation>
    </message>
    <message>
      <source>batch</source>
      <translation>批</translation>
    </message>
    <message>
      <source>minimise</source>
      <translation>最小化</translation>
    </message>
    <message>
      <source>masks</source>
      <translation>掩码</translation>
    </message>
    <message>
      <source>{mlm:g} × masked LM + {nsp:g} × next</source>
      <translation>{mlm:g} × MLM + {nsp:g} × NSP</translation>
    </message>
    <message>
      <source>to step {step:,} in {time}</source>
      <translation>还有 {time} 到第 {step:,} 步</translation>
    </message>
    <message>
      <source>until {loss} &lt; {below:g}</source>
      <translation>直到{loss} &lt; {below:g}</translation>
    </message>
    <message>
      <source>{goal}, now {loss}</source>
      <translation>{goal}，现在 {loss}</translation>
    </message>
    <message>
      <source>{left} of {all} to go</source>
      <translation>还剩 {left}（共 {all}）</translation>
    </message>
    <message>
      <source>to step {step:,}</source>
      <translation>到第 {step:,} 步</translation>
    </message>
    <message>
      <source>after reset</source>
      <translation>重置后</translation>
    </message>
    <message>
      <source>task</source>
      <translation>任务</translation>
    </message>
    <message>
      <source>model size</source>
      <translation>模型大小</translation>
    </message>
    <message>
      <source>starting weights</source>
      <translation>起始权重</translation>
    </message>
    <message>
      <source>vocabulary</source>
      <translation>词表</translation>
    </message>
    <message>
      <source>column</source>
      <translation>列</translation>
    </message>
    <message>
      <source>sentences</source>
      <translation>句子</translation>
    </message>
    <message>
      <source>decoys</source>
      <translation>干扰句</translation>
    </message>
    <message>
      <source>short pairs</source>
      <translation>短句对</translation>
    </message>
    <message>
      <source>micro-batch</source>
      <translation>微批</translation>
    </message>
    <message>
      <source>length of the pairs</source>
      <translation>句对长度</translation>
    </message>
    <message>
      <source>warm-up</source>
      <translation>预热</translation>
    </message>
    <message>
      <source>{time} elapsed</source>
      <translation>已用 {time}</translation>
    </message>
    <message>
      <source>press reset, then play: {task} is learned from labelled examples</source>
      <translation>先按“重置”，再按“开始”：从有标签样本学习“{task}”</translation>
    </message>
    <message>
      <source>{size:,.0f} of {room:,.0f} MB, 1 step kept</source>
      <translation>{size:,.0f} / {room:,.0f} MB，保留 1 步</translation>
    </message>
    <message>
      <source>{size:,.0f} of {room:,.0f} MB, {count:,} steps kept</source>
      <translation>{size:,.0f} / {room:,.0f} MB，保留 {count:,} 步</translation>
    </message>
    <message>
      <source>Random weights: {layers} layers, {width} wide</source>
      <translation>随机权重：{layers} 层，宽度 {width}</translation>
    </message>
    <message>
      <source>held: mend what is said, then press play</source>
      <translation>已停住：先解决所说的问题，再按“开始”</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>已暂停</translation>
    </message>
    <message>
      <source>press reset, then play: a new model learns to read, from nothing</source>
      <translation>先按“重置”，再按“开始”：一个新模型从零开始学习阅读</translation>
    </message>
    <message>
      <source>rate {rate:.4g}</source>
      <translation>学习率 {rate:.4g}</translation>
    </message>
    <message>
      <source>{count:,} pairs</source>
      <translation>{count:,} 个句对</translation>
    </message>
    <message>
      <source>{share} masked</source>
      <translation>掩盖 {share}</translation>
    </message>
    <message>
      <source>{count:,} a step</source>
      <translation>每步 {count:,} 个</translation>
    </message>
    <message>
      <source>{most} and {last}</source>
      <translation>{most}和{last}</translation>
    </message>
    <message>
      <source>press play: {task} is learned from labelled examples</source>
      <translation>按“开始”：从有标签样本学习“{task}”</translation>
    </message>
    <message>
      <source>press play: a new model learns to read, from nothing</source>
      <translation>按“开始”：一个新模型从零开始学习阅读</translation>
    </message>
    <message>
      <source>another program trains this run: its steps are shown as they come</source>
      <translation>另一个程序正在训练此运行：它的步会随到随显示</translation>
    </message>
    <message>
      <source>stopped: play goes on from the last checkpoint</source>
      <translation>已停止：按“开始”从最后一个检查点继续</translation>
    </message>
    <message>
      <source>finished in {time}: a later stop lets it go on</source>
      <translation>用时 {time} 完成：调大终止步即可继续</translation>
    </message>
    <message>
      <source>{rate} steps/s</source>
      <translation>{rate} 步/秒</translation>
    </message>
    <message>
      <source>{rate} k tokens/s</source>
      <translation>{rate} k 词元/秒</translation>
    </message>
    <message>
      <source>computing {share}</source>
      <translation>计算占 {share}</translation>
    </message>
    <message>
      <source>GPU busy {share}</source>
      <translation>GPU 占用 {share}</translation>
    </message>
    <message>
      <source>{used:.3g} of {total:.3g} GB on the GPU</source>
      <translation>GPU 显存 {used:.3g} / {total:.3g} GB</translation>
    </message>
    <message>
      <source>{count:,} examples</source>
      <translation>{count:,} 个样本</translation>
    </message>
    <message>
      <source>all examples</source>
      <translation>全部样本</translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>The engine is not ready yet: wait until it is, then try again.</source>
      <translation>引擎还没有就绪：请等它就绪后再试。</translation>
    </message>
    <message>
      <source>Starting</source>
      <translation>正在启动</translation>
    </message>
    <message>
      <source>Let go of this run and start anew; the run stays on disk</source>
      <translation>放下这个运行，重新开始；运行仍留在磁盘上</translation>
    </message>
    <message>
      <source>Train, or pause (Space)</source>
      <translation>训练或暂停（空格键）</translation>
    </message>
    <message>
      <source>Train one step</source>
      <translation>训练一步</translation>
    </message>
    <message>
      <source>The share of the time that goes into training steps, the rest being spent on looks at the model and on disk; the memory that the engine holds</source>
      <translation>用于训练步的时间占比，其余用于查看模型和读写磁盘；以及引擎占用的内存</translation>
    </message>
    <message>
      <source>Learning rate, batch and more</source>
      <translation>学习率、批等</translation>
    </message>
    <message>
      <source>Choices of the run: most act from the next step on, the others after reset</source>
      <translation>运行的选项：大多从下一步起生效，其余在重置后生效</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>重置</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>Single step</source>
      <translation>单步</translation>
    </message>
    <message>
      <source>Finished steps of the run</source>
      <translation>运行已完成的步</translation>
    </message>
    <message>
      <source>How far the run is</source>
      <translation>运行进度</translation>
    </message>
    <message>
      <source>Reset; waiting for reset: {choices}</source>
      <translation>重置；等待重置生效：{choices}</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步</translation>
    </message>
    <message>
      <source>Waiting for reset: {choices}.</source>
      <translation>等待重置生效：{choices}。</translation>
    </message>
    <message>
      <source>That folder is on {host}, where this window can't open it: {folder}</source>
      <translation>该文件夹在 {host} 上，本窗口无法打开：{folder}</translation>
    </message>
    <message>
      <source>Take a run off the curves</source>
      <translation>从曲线中移除一个运行</translation>
    </message>
    <message>
      <source>Lay a run over the curves</source>
      <translation>将一个运行叠加到曲线</translation>
    </message>
    <message>
      <source>No run yet: press play in the main window, and it will stand here.</source>
      <translation>还没有运行：请在主窗口按“开始”，它就会出现在这里。</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>运行记录</translation>
    </message>
    <message>
      <source>Name of the run</source>
      <translation>运行的名称</translation>
    </message>
    <message>
      <source>a name for this run</source>
      <translation>为此运行取名</translation>
    </message>
    <message>
      <source>Note about the run</source>
      <translation>关于运行的备注</translation>
    </message>
    <message>
      <source>what you want to remember of it</source>
      <translation>想记住的内容</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>Write name and note into the run's folder</source>
      <translation>将名称和备注写入运行的文件夹</translation>
    </message>
    <message>
      <source>Show its curves and its model</source>
      <translation>显示它的曲线和模型</translation>
    </message>
    <message>
      <source>Go on exactly where it stopped</source>
      <translation>从停下的地方准确继续</translation>
    </message>
    <message>
      <source>Lay over the curves</source>
      <translation>叠加到曲线</translation>
    </message>
    <message>
      <source>Draw its losses beside those shown</source>
      <translation>将它的损失与已显示的画在一起</translation>
    </message>
    <message>
      <source>Compare as B</source>
      <translation>作为 B 对比</translation>
    </message>
    <message>
      <source>Look at its model beside the one shown</source>
      <translation>将它的模型与当前模型对照查看</translation>
    </message>
    <message>
      <source>Same settings</source>
      <translation>相同设置</translation>
    </message>
    <message>
      <source>Take its settings for a new run</source>
      <translation>将它的设置用于新的运行</translation>
    </message>
    <message>
      <source>Show folder</source>
      <translation>显示文件夹</translation>
    </message>
    <message>
      <source>Open its folder in the file manager</source>
      <translation>在文件管理器中打开它的文件夹</translation>
    </message>
    <message>
      <source>Move to the bin</source>
      <translation>移到回收站</translation>
    </message>
    <message>
      <source>It can be taken out again</source>
      <translation>之后仍可从中恢复</translation>
    </message>
    <message>
      <source>Its settings are those of the next run: press reset, then play.</source>
      <translation>它的设置将用于下一个运行：请按“重置”，再按“开始”。</translation>
    </message>
    <message>
      <source>choose a run</source>
      <translation>选择一个运行</translation>
    </message>
    <message>
      <source>{folder} is not drawn over the curves. {why}</source>
      <translation>未将 {folder} 叠加到曲线。{why}</translation>
    </message>
    <message>
      <source>on {model}</source>
      <translation>基于 {model}</translation>
    </message>
    <message>
      <source>{step:,} of {steps:,}</source>
      <translation>{step:,} / {steps:,}</translation>
    </message>
    <message>
      <source>can't be read</source>
      <translation>无法读取</translation>
    </message>
    <message>
      <source>next sentence</source>
      <translation>下一句预测</translation>
    </message>
    <message>
      <source>masked LM</source>
      <translation>掩码语言模型</translation>
    </message>
    <message>
      <source>run</source>
      <translation>运行</translation>
    </message>
    <message>
      <source>model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>data</source>
      <translation>数据</translation>
    </message>
    <message>
      <source>score</source>
      <translation>分数</translation>
    </message>
    <message>
      <source>trained</source>
      <translation>训练时长</translation>
    </message>
    <message>
      <source>size</source>
      <translation>大小</translation>
    </message>
    <message>
      <source>begun</source>
      <translation>开始时间</translation>
    </message>
    <message>
      <source>The engine isn't there, which keeps the runs: wait until it is ready.</source>
      <translation>管理运行的引擎不在：请等它就绪。</translation>
    </message>
    <message>
      <source>PNG pictures (*.png);;SVG drawings (*.svg)</source>
      <translation>PNG 图片 (*.png);;SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>表格 (*.csv)</translation>
    </message>
    <message>
      <source>PNG pictures (*.png)</source>
      <translation>PNG 图片 (*.png)</translation>
    </message>
    <message>
      <source>Save a picture of {title}</source>
      <translation>保存“{title}”的图片</translation>
    </message>
    <message>
      <source>Save the numbers of {title}</source>
      <translation>保存“{title}”的数值</translation>
    </message>
    <message>
      <source>Save the session</source>
      <translation>保存会话</translation>
    </message>
    <message>
      <source>Save the window</source>
      <translation>保存窗口</translation>
    </message>
    <message>
      <source>The picture of {title} is in {name}.</source>
      <translation>“{title}”的图片已存入 {name}。</translation>
    </message>
    <message>
      <source>The picture of the window is in {name}.</source>
      <translation>窗口图片已存入 {name}。</translation>
    </message>
    <message>
      <source>The numbers are in {name}.</source>
      <translation>数值已存入 {name}。</translation>
    </message>
    <message>
      <source>The picture of {title} is on the clipboard.</source>
      <translation>“{title}”的图片已在剪贴板中。</translation>
    </message>
    <message>
      <source>The numbers of {title} are on the clipboard.</source>
      <translation>“{title}”的数值已在剪贴板中。</translation>
    </message>
    <message>
      <source>Swap A and B: is the order of the sentences what C goes by?</source>
      <translation>交换 A 和 B：C 依据的是句子的顺序吗？</translation>
    </message>
    <message>
      <source>Puts a random sentence of the corpus in B's place, labelled “B doesn't follow A”, as half of the pairs are in training: the verdict at C should change.</source>
      <translation>把 B 换成语料中的随机句子，标为“B 不接 A”，训练中有一半句对就是这样：C 处的判断应当改变。</translation>
    </message>
    <message>
      <source>Type the second sentence, or leave it empty</source>
      <translation>输入第二个句子，也可留空</translation>
    </message>
    <message>
      <source>Sentence A</source>
      <translation>句子 A</translation>
    </message>
    <message>
      <source>Type the first sentence</source>
      <translation>输入第一个句子</translation>
    </message>
    <message>
      <source>Sentence B</source>
      <translation>句子 B</translation>
    </message>
    <message>
      <source>⇄ Swap</source>
      <translation>⇄ 交换</translation>
    </message>
    <message>
      <source>Random B</source>
      <translation>随机 B</translation>
    </message>
    <message>
      <source>Sentence {name} ends after {longest:,} characters: what is beyond was left out.</source>
      <translation>句子 {name} 到 {longest:,} 个字符为止：超出部分已略去。</translation>
    </message>
    <message>
      <source>Edit masks</source>
      <translation>编辑掩码</translation>
    </message>
    <message>
      <source>Change the view</source>
      <translation>更改视图</translation>
    </message>
    <message>
      <source>Swap A and B</source>
      <translation>交换 A 和 B</translation>
    </message>
    <message>
      <source>Set the pair</source>
      <translation>设置句对</translation>
    </message>
    <message>
      <source>Take an example</source>
      <translation>采用样本</translation>
    </message>
    <message>
      <source>Put a random B</source>
      <translation>放入随机 B</translation>
    </message>
    <message>
      <source>Roll masks</source>
      <translation>掷骰选掩码</translation>
    </message>
    <message>
      <source>Use a prediction</source>
      <translation>采用预测</translation>
    </message>
    <message>
      <source>Edit sentence A</source>
      <translation>编辑句子 A</translation>
    </message>
    <message>
      <source>Edit sentence B</source>
      <translation>编辑句子 B</translation>
    </message>
    <message>
      <source>Change the mask rule</source>
      <translation>更改掩码规则</translation>
    </message>
    <message>
      <source>Label the pair</source>
      <translation>标注句对</translation>
    </message>
    <message>
      <source>Label the example</source>
      <translation>标注样本</translation>
    </message>
    <message>
      <source>{path} can't be written ({error}): save it somewhere else.</source>
      <translation>无法写入 {path}（{error}）：请保存到别处。</translation>
    </message>
    <message>
      <source>{path} can't be read ({error}): choose another.</source>
      <translation>无法读取 {path}（{error}）：请另选一个。</translation>
    </message>
    <message>
      <source>{name} was saved by a newer bertscope: update this one.</source>
      <translation>{name} 由更新版本的 bertscope 保存：请更新本程序。</translation>
    </message>
    <message>
      <source>{name} is no session file, or it is damaged: nothing was changed.</source>
      <translation>{name} 不是会话文件，或已损坏：未作任何更改。</translation>
    </message>
    <message>
      <source>One training step, told with its own numbers: choose your own pair or a row of the batch, then press “Do a step”.</source>
      <translation>讲解一个训练步，用的是它自己的数值：选择您自己的句对或批中的一行，然后按“执行一步”。</translation>
    </message>
    <message>
      <source>One training step, from the pair to the new weights, with its own numbers.</source>
      <translation>一个训练步，从句对到新权重，用的是这一步自己的数值。</translation>
    </message>
    <message>
      <source>Take a pair</source>
      <translation>取一个句对</translation>
    </message>
    <message>
      <source>Choose tokens</source>
      <translation>选取词元</translation>
    </message>
    <message>
      <source>Mask them: 80 / 10 / 10</source>
      <translation>掩盖：80 / 10 / 10</translation>
    </message>
    <message>
      <source>Look up three embeddings</source>
      <translation>查三种嵌入</translation>
    </message>
    <message>
      <source>Add them</source>
      <translation>相加</translation>
    </message>
    <message>
      <source>Encode, layer by layer</source>
      <translation>逐层编码</translation>
    </message>
    <message>
      <source>Predict</source>
      <translation>预测</translation>
    </message>
    <message>
      <source>Two losses</source>
      <translation>两个损失</translation>
    </message>
    <message>
      <source>Add the losses</source>
      <translation>损失相加</translation>
    </message>
    <message>
      <source>Follow the slope back</source>
      <translation>沿斜率反传</translation>
    </message>
    <message>
      <source>Move every weight a little</source>
      <translation>微调每个权重</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>再看一遍</translation>
    </message>
    <message>
      <source>Each token takes three rows of {width} numbers: one for its word, one for its sentence, A or B, and one for its place.</source>
      <translation>每个词元取三行，每行 {width} 个数：一行表示词本身，一行表示所属句子 A 或 B，一行表示所在位置。</translation>
    </message>
    <message>
      <source>The three rows are added, number by number: {width} numbers a token go in.</source>
      <translation>三行逐数相加：每个词元以 {width} 个数输入。</translation>
    </message>
    <message>
      <source>In each of {layers} layers every token looks at all others and takes from them what it needs. On top stand T, one for each token, and C at [CLS].</source>
      <translation>在 {layers} 层的每一层中，每个词元都会查看其他所有词元，并从中取得所需。最上面是每个词元各有的 T，以及 [CLS] 处的 C。</translation>
    </message>
    <message>
      <source>All {rows} pairs of the batch together: {mlm} and {nsp}. What is to become smaller is their sum, {loss} nats.</source>
      <translation>整批 {rows} 个句对合计：{mlm} 和 {nsp}。要变小的是二者之和，{loss} 奈特。</translation>
    </message>
    <message>
      <source>Backwards through the model the chain rule tells for every weight how the loss changes with it. All slopes together have length {length}.</source>
      <translation>链式法则从后向前穿过模型，求出损失随每个权重如何变化。所有斜率合起来的长度为 {length}。</translation>
    </message>
    <message>
      <source>{parameters:,} weights move against their slopes. AdamW moves them at rate {rate:.2g}.</source>
      <translation>{parameters:,} 个权重逆着各自的斜率移动。AdamW 以学习率 {rate:.2g} 移动它们。</translation>
    </message>
    <message>
      <source>The loss of this pair: {before} before, {after} after.</source>
      <translation>这个句对的损失：之前 {before}，之后 {after}。</translation>
    </message>
    <message>
      <source>Row {row} of {rows} in the batch: {count} tokens with [CLS] and [SEP].</source>
      <translation>批中第 {row} 行（共 {rows} 行）：连同 [CLS] 和 [SEP] 共 {count} 个词元。</translation>
    </message>
    <message>
      <source>{chosen} of {of} tokens are chosen, {share}. Only there the model has to say what stood there.</source>
      <translation>{of} 个词元中选中 {chosen} 个，占 {share}。模型只需在这些位置说出原来是什么。</translation>
    </message>
    <message>
      <source>{chosen} of {of} tokens are chosen, {share}; the rule says {rate}. Only there the model has to say what stood there, and it does not see which they are.</source>
      <translation>{of} 个词元中选中 {chosen} 个，占 {share}；规则为 {rate}。模型只需在这些位置说出原来是什么，而它看不到选中了哪些。</translation>
    </message>
    <message>
      <source>Nothing is chosen in this pair, so masked LM has nothing to learn here.</source>
      <translation>这个句对中没有选中任何词元，因此掩码语言模型在这里没有可学的。</translation>
    </message>
    <message>
      <source>{mask} become [MASK], {random} a random token, {keep} stay as they are. BERT's rule would draw 80 %, 10 % and 10 %.</source>
      <translation>{mask} 个变为 [MASK]，{random} 个变为随机词元，{keep} 个保持原样。BERT 的规则会按 80 %、10 % 和 10 % 抽取。</translation>
    </message>
    <message>
      <source>{mask} become [MASK], {random} a random token, {keep} stay as they are; drawn with chances of {shares}.</source>
      <translation>{mask} 个变为 [MASK]，{random} 个变为随机词元，{keep} 个保持原样；抽取概率为 {shares}。</translation>
    </message>
    <message>
      <source>Masked LM: the mean of −ln p of what stood there, {loss} nats.</source>
      <translation>掩码语言模型：原词 −ln p 的均值，{loss} 奈特。</translation>
    </message>
    <message>
      <source>Next sentence: −ln p of the right answer, {loss} nats.</source>
      <translation>下一句预测：正确答案的 −ln p，{loss} 奈特。</translation>
    </message>
    <message>
      <source>What is to become smaller is their sum, {loss} nats.</source>
      <translation>要变小的是二者之和，{loss} 奈特。</translation>
    </message>
    <message>
      <source>Backwards through the model the chain rule tells for every weight how the loss changes with it. All slopes together have length {length}, cut to {clip}.</source>
      <translation>链式法则从后向前穿过模型，求出损失随每个权重如何变化。所有斜率合起来的长度为 {length}，裁剪到 {clip}。</translation>
    </message>
    <message>
      <source>{parameters:,} weights move against their slopes. Muon moves the encoder's matrices at rate {matrix_rate:.2g}, AdamW the rest at {rate:.2g}.</source>
      <translation>{parameters:,} 个权重逆着各自的斜率移动。Muon 以学习率 {matrix_rate:.2g} 移动编码器的矩阵，AdamW 以 {rate:.2g} 移动其余权重。</translation>
    </message>
    <message>
      <source>With the new weights {better} of {count} masked words are more probable.</source>
      <translation>用新权重，{count} 个被掩盖的词中有 {better} 个概率更高。</translation>
    </message>
    <message>
      <source>Your own pair: {count} tokens with [CLS] and [SEP].</source>
      <translation>您自己的句对：连同 [CLS] 和 [SEP] 共 {count} 个词元。</translation>
    </message>
    <message>
      <source>There is no sentence B.</source>
      <translation>没有句子 B。</translation>
    </message>
    <message>
      <source>B does not follow A: it comes from elsewhere; the label for C is {label}.</source>
      <translation>B 不接 A：它来自别处；C 的标签是 {label}。</translation>
    </message>
    <message>
      <source>At the chosen place the model gives every word a probability: {right} of {count} right at first guess.</source>
      <translation>在选中的位置，模型给每个词一个概率：{count} 个中首选正确 {right} 个。</translation>
    </message>
    <message>
      <source>At the {count} chosen places the model gives every word a probability: {right} of {count} right at first guess.</source>
      <translation>在 {count} 个选中的位置，模型给每个词一个概率：{count} 个中首选正确 {right} 个。</translation>
    </message>
    <message>
      <source>From C it says that B follows with {share}.</source>
      <translation>它由 C 判断 B 接 A 的概率为 {share}。</translation>
    </message>
    <message>
      <source>A copy of the model has learned this; yours is as it was.</source>
      <translation>学到这些的是模型的副本；您的模型保持原样。</translation>
    </message>
    <message>
      <source>Step {step:,} is done.</source>
      <translation>第 {step:,} 步已完成。</translation>
    </message>
    <message>
      <source>B follows A; the label for C is {label}.</source>
      <translation>B 接 A；C 的标签是 {label}。</translation>
    </message>
    <message>
      <source>… and {count} more chosen tokens</source>
      <translation>…以及另外 {count} 个选中的词元</translation>
    </message>
    <message>
      <source>{place} · was “{word}”</source>
      <translation>{place} · 原为“{word}”</translation>
    </message>
    <message>
      <source>the right word: {share}, rank {rank:,}</source>
      <translation>正确的词：{share}，第 {rank:,} 名</translation>
    </message>
    <message>
      <source>before</source>
      <translation>之前</translation>
    </message>
    <message>
      <source>after</source>
      <translation>之后</translation>
    </message>
    <message>
      <source>embeddings</source>
      <translation>嵌入</translation>
    </message>
    <message>
      <source>masked LM head</source>
      <translation>掩码语言模型头</translation>
    </message>
    <message>
      <source>next sentence head</source>
      <translation>下一句预测头</translation>
    </message>
    <message>
      <source>slope {slope}</source>
      <translation>斜率 {slope}</translation>
    </message>
    <message>
      <source>layer {number}</source>
      <translation>第 {number} 层</translation>
    </message>
    <message>
      <source>Length of the slopes in each part</source>
      <translation>各部分斜率的长度</translation>
    </message>
    <message>
      <source>How far each part moves, of its own length</source>
      <translation>各部分移动的幅度（占自身长度）</translation>
    </message>
    <message>
      <source>Single weights</source>
      <translation>单个权重</translation>
    </message>
    <message>
      <source>slope</source>
      <translation>斜率</translation>
    </message>
    <message>
      <source>masked LM loss, their mean = {loss}</source>
      <translation>掩码语言模型损失，取均值 = {loss}</translation>
    </message>
    <message>
      <source>, of your pair</source>
      <translation>，您的句对</translation>
    </message>
    <message>
      <source>, of {rows} pairs</source>
      <translation>，{rows} 个句对</translation>
    </message>
    <message>
      <source>… and {count} more</source>
      <translation>…以及另外 {count} 个</translation>
    </message>
    <message>
      <source>The engine isn't there yet: wait a moment, then press “Do a step” again.</source>
      <translation>引擎尚未就绪：请稍候，再按一次“执行一步”。</translation>
    </message>
    <message>
      <source>There is no run whose batch could be shown: press play first, or take your own pair.</source>
      <translation>没有可显示其批的运行：请先按“开始”，或使用您自己的句对。</translation>
    </message>
    <message>
      <source>… and {count} more tokens</source>
      <translation>…以及另外 {count} 个词元</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>保持</translation>
    </message>
    <message>
      <source>was {word}</source>
      <translation>原为 {word}</translation>
    </message>
    <message>
      <source>Press “Do a step”: it is told here, scene by scene.</source>
      <translation>按“执行一步”：这里会逐个场景讲解这一步。</translation>
    </message>
    <message>
      <source>The step is being done …</source>
      <translation>正在执行这一步…</translation>
    </message>
    <message>
      <source>my own pair</source>
      <translation>我自己的句对</translation>
    </message>
    <message>
      <source>a row of the batch</source>
      <translation>批中的一行</translation>
    </message>
    <message>
      <source>Whose step is told: a copy of the model learns from your pair, or the run goes on</source>
      <translation>讲解谁的一步：由模型的副本从您的句对学习，或让运行继续一步</translation>
    </message>
    <message>
      <source>Which pair of the batch is told</source>
      <translation>讲解批中的哪个句对</translation>
    </message>
    <message>
      <source>Go from scene to scene by itself</source>
      <translation>自动逐个播放场景</translation>
    </message>
    <message>
      <source>Whose step</source>
      <translation>谁的一步</translation>
    </message>
    <message>
      <source>Row of the batch</source>
      <translation>批中的行</translation>
    </message>
    <message>
      <source>Do a step</source>
      <translation>执行一步</translation>
    </message>
    <message>
      <source>Do one training step and tell it</source>
      <translation>执行一个训练步并讲解</translation>
    </message>
    <message>
      <source>Scene before</source>
      <translation>上一个场景</translation>
    </message>
    <message>
      <source>The scene before (Left)</source>
      <translation>上一个场景（左方向键）</translation>
    </message>
    <message>
      <source>Play the story</source>
      <translation>播放讲解</translation>
    </message>
    <message>
      <source>Next scene</source>
      <translation>下一个场景</translation>
    </message>
    <message>
      <source>The next scene (Right)</source>
      <translation>下一个场景（右方向键）</translation>
    </message>
    <message>
      <source>Pace</source>
      <translation>节奏</translation>
    </message>
    <message>
      <source>How long each scene stays</source>
      <translation>每个场景停留多久</translation>
    </message>
    <message>
      <source>Back to all views</source>
      <translation>返回所有视图</translation>
    </message>
    <message>
      <source>Leave slow motion (Esc)</source>
      <translation>离开慢动作（Esc）</translation>
    </message>
    <message>
      <source>Hold the story</source>
      <translation>暂停讲解</translation>
    </message>
    <message>
      <source>{scene} of {scenes}</source>
      <translation>{scene} / {scenes}</translation>
    </message>
    <message>
      <source>{seconds} s a scene</source>
      <translation>每景 {seconds} 秒</translation>
    </message>
    <message>
      <source>One training step, in slow motion</source>
      <translation>慢动作看一个训练步</translation>
    </message>
    <message>
      <source>row</source>
      <translation>行</translation>
    </message>
    <message>
      <source>{count} of {name}</source>
      <translation>{name} 的 {count} 个词元</translation>
    </message>
    <message>
      <source>{count} tokens of {most}</source>
      <translation>{count} / {most} 个词元</translation>
    </message>
    <message>
      <source>longer than the model reads: the last {cut} are left out</source>
      <translation>超出模型可读长度：末尾略去 {cut}</translation>
    </message>
    <message>
      <source>○ no engine</source>
      <translation>○ 没有引擎</translation>
    </message>
    <message>
      <source>{a} of A and {b} of B</source>
      <translation>A 的 {a} 个和 B 的 {b} 个词元</translation>
    </message>
    <message>
      <source>◌ the model is being read</source>
      <translation>◌ 正在读取模型</translation>
    </message>
    <message>
      <source>◌ the engine is starting</source>
      <translation>◌ 引擎正在启动</translation>
    </message>
    <message>
      <source>● engine ready · process {pid}</source>
      <translation>● 引擎就绪 · 进程 {pid}</translation>
    </message>
    <message>
      <source>◌ the engine is saving</source>
      <translation>◌ 引擎正在保存</translation>
    </message>
    <message>
      <source>● engine ready on {host}</source>
      <translation>● 引擎就绪：{host}</translation>
    </message>
    <message>
      <source>A answers {a}. B answers {b}.</source>
      <translation>A 回答 {a}。B 回答 {b}。</translation>
    </message>
    <message>
      <source>▸ is the answer, ✓ the label · loss −ln p({label}) = {losses}</source>
      <translation>▸ 是答案，✓ 是标签 · 损失 −ln p({label}) = {losses}</translation>
    </message>
    <message>
      <source>logit {logit:.4f}, p {share}</source>
      <translation>logit {logit:.4f}，p {share}</translation>
    </message>
    <message>
      <source>The answer is {answer}.</source>
      <translation>答案是 {answer}。</translation>
    </message>
    <message>
      <source>▸ is the answer · no label is set: choose above which class is right</source>
      <translation>▸ 是答案 · 尚未设标签：请在上方选择哪个类别正确</translation>
    </message>
    <message>
      <source>p = e^logit / Σ e^logit over all classes</source>
      <translation>p = e^logit / 所有类别的 Σ e^logit</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>未知</translation>
    </message>
    <message>
      <source>Which class is right for what is typed above: the loss is −ln of its probability, and ✓ marks it among the bars</source>
      <translation>对上面输入的内容，哪个类别正确：损失是其概率的 −ln，条形图中以 ✓ 标出</translation>
    </message>
    <message>
      <source>label</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>The class that is right</source>
      <translation>正确的类别</translation>
    </message>
    <message>
      <source>score = S·T_start + E·T_end; p = P(start) × P(end). No answer has the score at [CLS].</source>
      <translation>分数 = S·T_start + E·T_end；p = P(start) × P(end)。“无答案”取 [CLS] 处的分数。</translation>
    </message>
    <message>
      <source>{model} answers {answer}.</source>
      <translation>{model} 回答 {answer}。</translation>
    </message>
    <message>
      <source>best answers</source>
      <translation>最佳答案</translation>
    </message>
    <message>
      <source>score · p</source>
      <translation>分数 · p</translation>
    </message>
    <message>
      <source>score {score}</source>
      <translation>分数 {score}</translation>
    </message>
    <message>
      <source>A linear layer turns the pooled vector into one number: w·tanh(W·C + b) + d.</source>
      <translation>一个线性层把池化向量变成一个数：w·tanh(W·C + b) + d。</translation>
    </message>
    <message>
      <source>w·pooled + d, a number</source>
      <translation>w·pooled + d，一个数</translation>
    </message>
    <message>
      <source>P(start at i) = softmax over i of S·T_i, and P(end at i) likewise with E.</source>
      <translation>P(始于 i) = 对 i 取 S·T_i 的 softmax，P(止于 i) 同理用 E。</translation>
    </message>
    <message>
      <source>above each word: the answer starts there · below: it ends there</source>
      <translation>每个词上方：答案从此开始 · 下方：在此结束</translation>
    </message>
    <message>
      <source>above a word: it starts there · below: ends</source>
      <translation>词上方：从此开始 · 下方：结束</translation>
    </message>
    <message>
      <source>▴ start · ▾ end</source>
      <translation>▴ 开始 · ▾ 结束</translation>
    </message>
    <message>
      <source>start {start} · end {end}</source>
      <translation>开始 {start} · 结束 {end}</translation>
    </message>
    <message>
      <source>{count:,} more tokens of the passage don't fit the model</source>
      <translation>段落还有 {count:,} 个词元放不进模型</translation>
    </message>
    <message>
      <source>[CLS] stands for no answer: its start and end are those of (0, 0).</source>
      <translation>[CLS] 代表无答案：其开始和结束即 (0, 0)。</translation>
    </message>
    <message>
      <source>masked: hidden from the model</source>
      <translation>已掩盖：模型看不到</translation>
    </message>
    <message>
      <source>This model has the heads of pre-training. Fine-tune it on a task, and here stands what it answers of your own sentences.</source>
      <translation>这个模型带的是预训练的头。在某个任务上微调之后，这里会显示它对您自己的句子的回答。</translation>
    </message>
    <message>
      <source>B is empty: type a passage there, and its question into A.</source>
      <translation>B 是空的：请在 B 中输入段落，在 A 中输入问题。</translation>
    </message>
    <message>
      <source>A is empty: type a question there that the passage in B may answer.</source>
      <translation>A 是空的：请输入一个 B 中段落可能回答的问题。</translation>
    </message>
    <message>
      <source>A fine-tuned model has one new layer on top: classes and numbers come from C, softmax(W·C′ + b) with C′ = tanh(pooler of C); an answer in a passage from all T, with a start vector S and an end vector E: P(start at i) = softmax_i(S·T_i) (Devlin et al. 2018).</source>
      <translation>微调过的模型顶部多了一个新层：类别和数值来自 C，即 softmax(W·C′ + b)，其中 C′ = tanh(C 的池化层)；段落中的答案来自所有 T，用开始向量 S 和结束向量 E：P(始于 i) = softmax_i(S·T_i)（Devlin et al. 2018）。</translation>
    </message>
    <message>
      <source>What the fine-tuned model answers</source>
      <translation>微调后的模型的回答</translation>
    </message>
    <message>
      <source>Gradient × input: what speaks for the answer and what against it. Attention: where [CLS], or the answer's first token, looks in the layer and the heads that are shown</source>
      <translation>梯度 × 输入：什么支持答案，什么反对答案。注意力：在所示的层和头中，[CLS] 或答案的第一个词元看向哪里</translation>
    </message>
    <message>
      <source>By what tokens count</source>
      <translation>按什么衡量词元</translation>
    </message>
    <message>
      <source>Show which tokens count</source>
      <translation>显示哪些词元起作用</translation>
    </message>
    <message>
      <source>sum {number}</source>
      <translation>和 {number}</translation>
    </message>
    <message>
      <source>This model has the heads of pre-training. Fine-tune it on a task, and here stands which tokens count for what it answers.</source>
      <translation>这个模型带的是预训练的头。在某个任务上微调之后，这里会显示哪些词元对它的回答起作用。</translation>
    </message>
    <message>
      <source>What each token counts is on its way.</source>
      <translation>正在计算每个词元的作用大小。</translation>
    </message>
    <message>
      <source>+ speaks for, − against {answer}</source>
      <translation>{answer}：+ 支持，− 反对</translation>
    </message>
    <message>
      <source>“{words}”</source>
      <translation>“{words}”</translation>
    </message>
    <message>
      <source>attention of “{token}” in layer {layer}, head {heads}</source>
      <translation>“{token}”在第 {layer} 层头 {heads} 的注意力</translation>
    </message>
    <message>
      <source>attention of “{token}” in layer {layer}, mean of heads {heads}</source>
      <translation>“{token}”在第 {layer} 层的注意力，头 {heads} 的均值</translation>
    </message>
    <message>
      <source>a higher number</source>
      <translation>更大的数</translation>
    </message>
    <message>
      <source>the answer</source>
      <translation>该答案</translation>
    </message>
    <message>
      <source>Gradient × input: the slope of the answer's logit along the token's own embedding, times that embedding: Σ_d x_d · ∂logit/∂x_d. It is how the logit would change, to first order, if that row alone were a little longer; the numbers don't add up to the logit.</source>
      <translation>梯度 × 输入：答案的 logit 沿该词元自身嵌入的斜率，再乘以该嵌入：Σ_d x_d · ∂logit/∂x_d。它表示若仅这一行略微变长，logit 的一阶变化；这些数加起来并不等于 logit。</translation>
    </message>
    <message>
      <source>Attention tells where the model looks, the mean over the heads that are shown; it says nothing of whether what it finds speaks for or against the answer. Its sum over all tokens is 1.</source>
      <translation>注意力表示模型看向哪里，取所示各头的均值；它不说明看到的内容是支持还是反对答案。它对所有词元之和为 1。</translation>
    </message>
    <message>
      <source>Which tokens the answer rests on, in two ways. Gradient × input: x·∂logit/∂x for the token's own embedding x. Attention: softmax(q·k/√d) from [CLS], or from the answer's first token. They need not agree, and neither is the whole truth: mask a token above to see what the model answers without it.</source>
      <translation>以两种方式显示答案依据哪些词元。梯度 × 输入：对词元自身的嵌入 x 取 x·∂logit/∂x。注意力：从 [CLS] 或答案第一个词元出发的 softmax(q·k/√d)。两者不必一致，也都不是全部真相：在上方掩盖一个词元，看看没有它时模型怎样回答。</translation>
    </message>
    <message>
      <source>{meaning}. Most count: {tokens}.</source>
      <translation>{meaning}。作用最大的是：{tokens}。</translation>
    </message>
    <message>
      <source>Which tokens count for the answer</source>
      <translation>哪些词元对答案起作用</translation>
    </message>
    <message>
      <source>Labelled data (*.tsv *.csv *.jsonl *.json);;All files (*)</source>
      <translation>有标签数据 (*.tsv *.csv *.jsonl *.json);;所有文件 (*)</translation>
    </message>
    <message>
      <source>Choose a file or a folder, or type where it is, and press Look: you see what is in it before anything is trained.</source>
      <translation>选择文件或文件夹，或输入其位置，然后按“查看”：在训练之前先看到里面有什么。</translation>
    </message>
    <message>
      <source>The engine is on {host}: type where the data is there, and press Look. You see what is in it before anything is trained.</source>
      <translation>引擎在 {host} 上：请输入数据在那里的位置，然后按“查看”。在训练之前先看到里面有什么。</translation>
    </message>
    <message>
      <source>Rows that can't be read: {count:,}. Mend the file and look again, or leave them out.</source>
      <translation>无法读取的行：{count:,}。请修正文件后重新查看，或略过它们。</translation>
    </message>
    <message>
      <source>Train on the other rows; without this the file has to be mended first</source>
      <translation>用其余的行训练；否则必须先修正文件</translation>
    </message>
    <message>
      <source>Fine-tune on it from the next run on</source>
      <translation>从下一次运行起用它微调</translation>
    </message>
    <message>
      <source>Open a folder of labelled data</source>
      <translation>打开有标签数据的文件夹</translation>
    </message>
    <message>
      <source>The first examples</source>
      <translation>最前面的样本</translation>
    </message>
    <message>
      <source>Labelled data</source>
      <translation>有标签数据</translation>
    </message>
    <message>
      <source>The engine reads the data</source>
      <translation>引擎正在读取数据</translation>
    </message>
    <message>
      <source>Rows that can't be read</source>
      <translation>无法读取的行</translation>
    </message>
    <message>
      <source>Train on it</source>
      <translation>用它训练</translation>
    </message>
    <message>
      <source>Nothing is changed</source>
      <translation>不做任何更改</translation>
    </message>
    <message>
      <source>Open labelled data</source>
      <translation>打开有标签数据</translation>
    </message>
    <message>
      <source>Leave these rows out</source>
      <translation>略过这些行</translation>
    </message>
    <message>
      <source>Reading {place} …</source>
      <translation>正在读取 {place}…</translation>
    </message>
    <message>
      <source>found by itself</source>
      <translation>自动识别</translation>
    </message>
    <message>
      <source>A .tsv, .csv or .jsonl file, a task of GLUE as it is, SQuAD's .json, or a folder with train, dev and test files; as the engine's machine spells it</source>
      <translation>.tsv、.csv 或 .jsonl 文件，原样的 GLUE 任务，SQuAD 的 .json，或含 train、dev、test 文件的文件夹；按引擎所在机器的写法</translation>
    </message>
    <message>
      <source>Another file to measure on while it trains; without one it is the folder's dev file, or some of the examples are held out</source>
      <translation>训练时用来评测的另一个文件；没有时使用文件夹中的 dev 文件，或留出一部分样本</translation>
    </message>
    <message>
      <source>Classification and regression answer from C; question answering marks a span of B. It is found by what the labels are</source>
      <translation>分类和回归由 C 作答；问答在 B 中标出一段。根据标签自动识别</translation>
    </message>
    <message>
      <source>The column of the first text, or of the question</source>
      <translation>第一个文本或问题所在的列</translation>
    </message>
    <message>
      <source>The column of the second text, or of the passage; without one there is only A</source>
      <translation>第二个文本或段落所在的列；没有则只有 A</translation>
    </message>
    <message>
      <source>The column of what is to be learned: a class, a number or an answer</source>
      <translation>要学习的内容所在的列：类别、数值或答案</translation>
    </message>
    <message>
      <source>Column of label</source>
      <translation>标签的列</translation>
    </message>
    <message>
      <source>Column of text {name}</source>
      <translation>文本 {name} 的列</translation>
    </message>
    <message>
      <source>path of a file or a folder</source>
      <translation>文件或文件夹的路径</translation>
    </message>
    <message>
      <source>Data to measure on</source>
      <translation>用于评测的数据</translation>
    </message>
    <message>
      <source>its own, or some is held out</source>
      <translation>自带的，或留出一部分</translation>
    </message>
    <message>
      <source>File …</source>
      <translation>文件…</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>选择文件</translation>
    </message>
    <message>
      <source>Folder …</source>
      <translation>文件夹…</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>选择文件夹</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>查看</translation>
    </message>
    <message>
      <source>Read it and show what is in it; nothing is trained yet</source>
      <translation>读取并显示内容；还不会训练</translation>
    </message>
    <message>
      <source>What it is for</source>
      <translation>用途</translation>
    </message>
    <message>
      <source>measure on</source>
      <translation>评测数据</translation>
    </message>
    <message>
      <source>kind</source>
      <translation>类型</translation>
    </message>
    <message>
      <source>found: {column}</source>
      <translation>识别到：{column}</translation>
    </message>
    <message>
      <source>no answer in the passage</source>
      <translation>段落中无答案</translation>
    </message>
    <message>
      <source>class</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>number</source>
      <translation>数值</translation>
    </message>
    <message>
      <source>question, A</source>
      <translation>问题，A</translation>
    </message>
    <message>
      <source>passage, B</source>
      <translation>段落，B</translation>
    </message>
    <message>
      <source>answer</source>
      <translation>答案</translation>
    </message>
    <message>
      <source>Choose a task first, under Fine-tuning: then its worth can be shown.</source>
      <translation>请先在“微调”下选择一个任务：然后才能显示预训练的价值。</translation>
    </message>
    <message>
      <source>Task: &amp;Pre-training</source>
      <translation>任务：预训练(&amp;P)</translation>
    </message>
    <message>
      <source>Fine-tuning: {task}.</source>
      <translation>微调：{task}。</translation>
    </message>
    <message>
      <source>Task: &amp;{name}</source>
      <translation>任务：{name}</translation>
    </message>
    <message>
      <source>The runs of {task} are laid over one another.</source>
      <translation>{task} 的各次运行已叠放在一起。</translation>
    </message>
    <message>
      <source>A random sentence is no passage: type or paste one that may hold the answer.</source>
      <translation>随机句子不是段落：请输入或粘贴一个可能含有答案的段落。</translation>
    </message>
    <message>
      <source>This model was fine-tuned on single sentences: a B means nothing to it.</source>
      <translation>这个模型是用单个句子微调的：B 对它没有意义。</translation>
    </message>
    <message>
      <source>The engine isn't there, which reads the data: wait until it is ready, then ask again.</source>
      <translation>读取数据的引擎不在：请等它就绪后再试。</translation>
    </message>
    <message>
      <source>no answer</source>
      <translation>无答案</translation>
    </message>
    <message>
      <source>Click to list them</source>
      <translation>点击列出它们</translation>
    </message>
    <message>
      <source>said {said} · right {right}</source>
      <translation>回答 {said} · 正确 {right}</translation>
    </message>
    <message>
      <source>right {right} · said {said} · {count:,}</source>
      <translation>正确 {right} · 回答 {said} · {count:,}</translation>
    </message>
    <message>
      <source>said {said} ✓</source>
      <translation>回答 {said} ✓</translation>
    </message>
    <message>
      <source>The furthest off first</source>
      <translation>偏差最大的在前</translation>
    </message>
    <message>
      <source>{count:,} wrong, the most confident first</source>
      <translation>{count:,} 个错误，最自信的在前</translation>
    </message>
    <message>
      <source>None is wrong</source>
      <translation>没有错误</translation>
    </message>
    <message>
      <source>The examples that training measures on while it runs, and that choices are made by</source>
      <translation>训练过程中用来评测、并据以做选择的样本</translation>
    </message>
    <message>
      <source>The examples kept for the end: look at them once nothing is chosen by them any more</source>
      <translation>留到最后的样本：等不再据以做任何选择时再看</translation>
    </message>
    <message>
      <source>This data has no examples that were kept for the end</source>
      <translation>这份数据没有留到最后的样本</translation>
    </message>
    <message>
      <source>Judge the dev examples</source>
      <translation>评判验证样本</translation>
    </message>
    <message>
      <source>Judge the test examples</source>
      <translation>评判测试样本</translation>
    </message>
    <message>
      <source>Judge other examples</source>
      <translation>评判其他样本</translation>
    </message>
    <message>
      <source>dev</source>
      <translation>验证</translation>
    </message>
    <message>
      <source>test</source>
      <translation>测试</translation>
    </message>
    <message>
      <source>{outcome}: {count:,} answers</source>
      <translation>{outcome}：{count:,} 个答案</translation>
    </message>
    <message>
      <source>How the answers went</source>
      <translation>回答的结果</translation>
    </message>
    <message>
      <source>Fine-tune a model: choose a task beside Pre-training, then press play. Here stands then what it takes for what.</source>
      <translation>微调一个模型：在“预训练”旁选择任务，再按“开始”。这里随后会显示它把什么认作什么。</translation>
    </message>
    <message>
      <source>Choose the labelled data under Fine-tuning: this model's answers to it are judged here.</source>
      <translation>请在“微调”下选择有标签数据：这里会评判此模型对它的回答。</translation>
    </message>
    <message>
      <source>The model answers the examples.</source>
      <translation>模型正在回答样本。</translation>
    </message>
    <message>
      <source>Click to put it into the window, with the class that is right</source>
      <translation>点击将它连同正确的类别放入窗口</translation>
    </message>
    <message>
      <source>Examples, click one to put it into the window</source>
      <translation>样本，点击其中一个放入窗口</translation>
    </message>
    <message>
      <source>Confusion matrix: rows the right class, columns what is said</source>
      <translation>混淆矩阵：行为正确类别，列为回答</translation>
    </message>
    <message>
      <source>{count:,} examples of &lt;b&gt;{right}&lt;/b&gt; called &lt;b&gt;{said}&lt;/b&gt;: {share} of the row</source>
      <translation>{count:,} 个 &lt;b&gt;{right}&lt;/b&gt; 样本被认作 &lt;b&gt;{said}&lt;/b&gt;：占该行 {share}</translation>
    </message>
    <message>
      <source>said →</source>
      <translation>回答 →</translation>
    </message>
    <message>
      <source>right ↓</source>
      <translation>正确 ↓</translation>
    </message>
    <message>
      <source>none</source>
      <translation>无</translation>
    </message>
    <message>
      <source>What was said against what is right</source>
      <translation>回答与正确值的对比</translation>
    </message>
    <message>
      <source>said</source>
      <translation>回答</translation>
    </message>
    <message>
      <source>right</source>
      <translation>正确</translation>
    </message>
    <message>
      <source>Each labelled example is counted where its row, the class that is right, meets the column of the class that was said. What lies off the diagonal is wrong: click a cell to read it, and a sentence to put it into the window.</source>
      <translation>每个有标签样本计入其行（正确的类别）与列（回答的类别）相交处。对角线以外的都是错误：点击单元格查看，点击句子将其放入窗口。</translation>
    </message>
    <message>
      <source>Right and wrong</source>
      <translation>对与错</translation>
    </message>
    <message>
      <source>Confusion matrix</source>
      <translation>混淆矩阵</translation>
    </message>
    <message>
      <source>Right and said</source>
      <translation>正确与回答</translation>
    </message>
    <message>
      <source>Each labelled example is a point: across, the number that is right, and up, the one that was said. On the diagonal both are the same. Click a sentence to put it into the window.</source>
      <translation>每个有标签样本是一个点：横向是正确的数，纵向是回答的数。对角线上两者相同。点击句子将其放入窗口。</translation>
    </message>
    <message>
      <source>Each question is counted by how its answer went; an answer may also be that there is none. Click a line to read the questions behind it, and one to put it into the window.</source>
      <translation>每个问题按其回答的结果计数；回答也可以是“无答案”。点击一行查看其中的问题，点击一个问题将其放入窗口。</translation>
    </message>
    <message>
      <source>Look behind a number</source>
      <translation>查看数字背后</translation>
    </message>
    <message>
      <source>{heading}, the first {count}</source>
      <translation>{heading}，前 {count} 个</translation>
    </message>
    <message>
      <source>There are no such examples.</source>
      <translation>没有这样的样本。</translation>
    </message>
    <message>
      <source>The engine ended, and the series with it: start it again.</source>
      <translation>引擎已结束，系列也随之结束：请重新开始。</translation>
    </message>
    <message>
      <source>{at} of {all}: {start}</source>
      <translation>{at}/{all}：{start}</translation>
    </message>
    <message>
      <source>Lay runs over the curves</source>
      <translation>把运行叠放到曲线上</translation>
    </message>
    <message>
      <source>Learn from text alone: guess masked words, and whether B follows A. BERT's first step</source>
      <translation>只从文本学习：猜被掩盖的词，以及 B 是否接 A。这是 BERT 的第一步</translation>
    </message>
    <message>
      <source>Go on from pre-trained weights with labelled examples, all weights at once. BERT's second step: choose a task</source>
      <translation>从预训练权重出发，用有标签样本继续训练全部权重。这是 BERT 的第二步：请选择任务</translation>
    </message>
    <message>
      <source>Pre-training</source>
      <translation>预训练</translation>
    </message>
    <message>
      <source>Fine-tuning: choose a task</source>
      <translation>微调：选择任务</translation>
    </message>
    <message>
      <source>Fine-tuning</source>
      <translation>微调</translation>
    </message>
    <message>
      <source>Pre-trained weights know the language already; with random ones of the same shape all must come from the labelled examples. The head is new either way</source>
      <translation>预训练权重已经懂得语言；用同样形状的随机权重，一切都要来自有标签样本。两种情况下头都是新的</translation>
    </message>
    <message>
      <source>Fine-tuning moves all weights. With only the head the encoder stays as it was pre-trained: what is right then was there before</source>
      <translation>微调会移动所有权重。只训练头时，编码器保持预训练时的样子：这时答对的，之前就已经在那里了</translation>
    </message>
    <message>
      <source>How many of the labelled examples are trained on, drawn by the seed; 10 are part of 30. The fewer there are, the more pre-training is worth</source>
      <translation>用多少有标签样本训练，由种子抽取；10 个包含在 30 个之中。样本越少，预训练越有价值</translation>
    </message>
    <message>
      <source>How often each labelled example is seen, about: steps × batch ÷ examples. BERT was fine-tuned for 2 to 4</source>
      <translation>每个有标签样本大约被看多少次：步数 × 批 ÷ 样本数。BERT 微调了 2 到 4 轮</translation>
    </message>
    <message>
      <source>everything</source>
      <translation>全部权重</translation>
    </message>
    <message>
      <source>Weights to start from</source>
      <translation>起始权重</translation>
    </message>
    <message>
      <source>Labelled examples</source>
      <translation>有标签样本</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>轮数</translation>
    </message>
    <message>
      <source>examples</source>
      <translation>样本</translation>
    </message>
    <message>
      <source>epochs</source>
      <translation>轮</translation>
    </message>
    <message>
      <source>pre-trained {model}</source>
      <translation>预训练的 {model}</translation>
    </message>
    <message>
      <source>from</source>
      <translation>起点</translation>
    </message>
    <message>
      <source>of {count:,}</source>
      <translation>共 {count:,}</translation>
    </message>
    <message>
      <source>Train on a table, JSON lines, a task of GLUE or SQuAD's files; you see what is in it</source>
      <translation>用表格、JSON Lines、GLUE 任务或 SQuAD 文件训练；会先显示其中的内容</translation>
    </message>
    <message>
      <source>A folder with train, dev and test files, such as one of GLUE's</source>
      <translation>含 train、dev、test 文件的文件夹，例如 GLUE 的</translation>
    </message>
    <message>
      <source>Set sentences that fit</source>
      <translation>放入合适的句子</translation>
    </message>
    <message>
      <source>Replaces A and B by an example of the task; Undo brings yours back</source>
      <translation>用该任务的一个样本替换 A 和 B；“撤销”可恢复原来的句子</translation>
    </message>
    <message>
      <source>Open labelled data …</source>
      <translation>打开有标签数据…</translation>
    </message>
    <message>
      <source>Open a folder …</source>
      <translation>打开文件夹…</translation>
    </message>
    <message>
      <source>It ships with bertscope</source>
      <translation>bertscope 自带</translation>
    </message>
    <message>
      <source>regression</source>
      <translation>回归</translation>
    </message>
    <message>
      <source>question answering</source>
      <translation>问答</translation>
    </message>
    <message>
      <source>one sentence, 2 classes</source>
      <translation>一个句子，2 个类别</translation>
    </message>
    <message>
      <source>a pair, 3 classes</source>
      <translation>一个句对，3 个类别</translation>
    </message>
    <message>
      <source>a question and a story, the answer is marked</source>
      <translation>一个问题和一个故事，标出答案</translation>
    </message>
    <message>
      <source>random weights</source>
      <translation>随机权重</translation>
    </message>
    <message>
      <source>1 class: {labels}</source>
      <translation>1 个类别：{labels}</translation>
    </message>
    <message>
      <source>{count} classes: {labels}</source>
      <translation>{count} 个类别：{labels}</translation>
    </message>
    <message>
      <source>{metric} of {rules}</source>
      <translation>{metric}：{rules}</translation>
    </message>
    <message>
      <source>{counts} examples</source>
      <translation>样本：{counts}</translation>
    </message>
    <message>
      <source>{count:,} train</source>
      <translation>训练 {count:,}</translation>
    </message>
    <message>
      <source>{count:,} dev</source>
      <translation>验证 {count:,}</translation>
    </message>
    <message>
      <source>{count:,} test</source>
      <translation>测试 {count:,}</translation>
    </message>
    <message>
      <source>Train the task on ever more labelled examples, from pre-trained and from random weights, {times} times each</source>
      <translation>用越来越多的有标签样本训练该任务，分别从预训练权重和随机权重开始，各 {times} 次</translation>
    </message>
    <message>
      <source>Measure no further; what was measured stays</source>
      <translation>不再测量；已测得的保留</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done}/{total}</translation>
    </message>
    <message>
      <source>about {time} left</source>
      <translation>约剩 {time}</translation>
    </message>
    <message>
      <source>at least {time} left</source>
      <translation>至少还剩 {time}</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>测量</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>What is pre-training worth?</source>
      <translation>预训练有何价值？</translation>
    </message>
    <message>
      <source>Trains the task from random weights, then only the head on pre-trained ones, then all of them, on the same batches, and lays the curves over one another</source>
      <translation>先从随机权重训练该任务，再在预训练权重上只训练头，然后训练全部权重，都用相同的批，并把曲线叠放在一起</translation>
    </message>
    <message>
      <source>Begin no other of the three runs; the one that is on holds where it is</source>
      <translation>不再开始三次运行中的其余运行；当前的停在原处</translation>
    </message>
    <message>
      <source>Stop the series of runs</source>
      <translation>停止这一系列运行</translation>
    </message>
    <message>
      <source>Run {which}</source>
      <translation>运行 {which}</translation>
    </message>
    <message>
      <source>Wait until the engine is ready.</source>
      <translation>请等待引擎就绪。</translation>
    </message>
    <message>
      <source>Choose a task under Fine-tuning first.</source>
      <translation>请先在“微调”下选择任务。</translation>
    </message>
    <message>
      <source>Choose a pre-trained model to start from first: random weights have nothing to lose.</source>
      <translation>请先选择一个预训练模型作为起点：随机权重没有什么可失去的。</translation>
    </message>
    <message>
      <source>Reset the run first: the engine trains one thing at a time.</source>
      <translation>请先重置运行：引擎一次只训练一件事。</translation>
    </message>
    <message>
      <source>Wait until the engine has read the data.</source>
      <translation>请等待引擎读完数据。</translation>
    </message>
    <message>
      <source>This data has {count:,} examples to train on: choose one with at least 10.</source>
      <translation>这份数据有 {count:,} 个训练样本：请选择至少有 10 个的数据。</translation>
    </message>
    <message>
      <source>The engine ended before all was measured: start it again, then measure anew.</source>
      <translation>引擎在测完之前结束了：请重新启动它，然后重新测量。</translation>
    </message>
    <message>
      <source>Score against the number of labelled examples</source>
      <translation>分数与有标签样本数的关系</translation>
    </message>
    <message>
      <source>{name}, {size:,} examples, seed {seed}: {score}</source>
      <translation>{name}，{size:,} 个样本，种子 {seed}：{score}</translation>
    </message>
    <message>
      <source>{name}, {size:,.0f} examples, mean: {score}</source>
      <translation>{name}，{size:,.0f} 个样本，均值：{score}</translation>
    </message>
    <message>
      <source>Measure trains the task on 10, 30, 100, 300 and 1000 labelled examples, from the pre-trained and from random weights, three times each. What pre-training is worth is the gap between them.</source>
      <translation>“测量”用 10、30、100、300 和 1000 个有标签样本训练该任务，分别从预训练权重和随机权重开始，各三次。两者之间的差距就是预训练的价值。</translation>
    </message>
    <message>
      <source>Pre-training has seen no label. What it is worth with few labels and with many: the score on examples that are not trained on, against how many are. Faint: single trainings; bold: their mean; the band reaches from the worst to the best of them.</source>
      <translation>预训练没有见过任何标签。这里显示标签少时和多时它的价值：未参与训练的样本上的分数，相对于训练样本的数量。淡色：单次训练；粗线：均值；色带从其中最差到最好。</translation>
    </message>
    <message>
      <source>{metric} of {task} on held-out examples, {seeds} seeds each, {steps} steps at the most</source>
      <translation>{task} 在留出样本上的{metric}，各 {seeds} 个种子，最多 {steps} 步</translation>
    </message>
    <message>
      <source>What is trained on, and where a random B comes from; a run keeps its own until reset</source>
      <translation>用来训练的内容，也是随机 B 的来源；运行在重置之前一直用自己的语料</translation>
    </message>
    <message>
      <source>The labelled examples that are trained on; a run keeps its own until reset</source>
      <translation>用来训练的有标签样本；运行在重置之前一直用自己的样本</translation>
    </message>
    <message>
      <source>Where training runs; auto takes a GPU where there is one</source>
      <translation>训练在哪里进行；“自动”会在有 GPU 时使用它</translation>
    </message>
    <message>
      <source>{layers} layers · {width} wide · {millions:.1f} M parameters</source>
      <translation>{layers} 层 · 宽 {width} · {millions:.1f} M 参数</translation>
    </message>
    <message>
      <source>Model  {name}</source>
      <translation>模型  {name}</translation>
    </message>
    <message>
      <source>in training</source>
      <translation>训练中</translation>
    </message>
    <message>
      <source>Data  {name}</source>
      <translation>数据  {name}</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>模型</translation>
    </message>
    <message>
      <source>Corpus</source>
      <translation>语料</translation>
    </message>
    <message>
      <source>Device to train on</source>
      <translation>训练设备</translation>
    </message>
    <message>
      <source>auto</source>
      <translation>自动</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>设备</translation>
    </message>
    <message>
      <source>The model that ships</source>
      <translation>自带模型</translation>
    </message>
    <message>
      <source>Open a model folder …</source>
      <translation>打开模型文件夹…</translation>
    </message>
    <message>
      <source>Load from the Hub …</source>
      <translation>从 Hub 下载…</translation>
    </message>
    <message>
      <source>{corpus} (built in)</source>
      <translation>{corpus}（内置）</translation>
    </message>
    <message>
      <source>Open a text file …</source>
      <translation>打开文本文件…</translation>
    </message>
    <message>
      <source>Open a folder of text files …</source>
      <translation>打开文本文件夹…</translation>
    </message>
    <message>
      <source>the run at step {step:,}</source>
      <translation>运行的第 {step:,} 步</translation>
    </message>
    <message>
      <source>just trained</source>
      <translation>刚训练完</translation>
    </message>
    <message>
      <source>{name}, not here</source>
      <translation>{name}，不在此处</translation>
    </message>
    <message>
      <source>Corpus  {name}</source>
      <translation>语料  {name}</translation>
    </message>
    <message>
      <source>What this view shows</source>
      <translation>这个视图显示什么</translation>
    </message>
    <message>
      <source>Opens the lesson beside the views</source>
      <translation>在视图旁打开课程</translation>
    </message>
    <message>
      <source>Close this (Esc)</source>
      <translation>关闭（Esc）</translation>
    </message>
    <message>
      <source>Lesson: {title}</source>
      <translation>课程：{title}</translation>
    </message>
    <message>
      <source>New here? The tour shows in seven stops how BERT learns, on this very window.</source>
      <translation>初次使用？导览用七站在这个窗口里展示 BERT 如何学习。</translation>
    </message>
    <message>
      <source>Take the tour, two minutes</source>
      <translation>参加导览，两分钟</translation>
    </message>
    <message>
      <source>No, thanks</source>
      <translation>不用了</translation>
    </message>
    <message>
      <source>Tour</source>
      <translation>导览</translation>
    </message>
    <message>
      <source>What is seen here</source>
      <translation>这里能看到什么</translation>
    </message>
    <message>
      <source>To try</source>
      <translation>试一试</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>End the tour; the window is then as it was before (Esc)</source>
      <translation>结束导览；窗口恢复到之前的样子（Esc）</translation>
    </message>
    <message>
      <source>The stop before (Left)</source>
      <translation>上一站（←）</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} / {count}</translation>
    </message>
    <message>
      <source>End the tour (Right)</source>
      <translation>结束导览（→）</translation>
    </message>
    <message>
      <source>The next stop (Right, Enter)</source>
      <translation>下一站（→、Enter）</translation>
    </message>
    <message>
      <source>Tour, {number} of {count}: {title}</source>
      <translation>导览，{number} / {count}：{title}</translation>
    </message>
    <message>
      <source>**✓ Done.** {words}</source>
      <translation>**✓ 完成。** {words}</translation>
    </message>
    <message>
      <source>**Try it:** {words}</source>
      <translation>**试一试：** {words}</translation>
    </message>
    <message>
      <source>Waiting for the engine.</source>
      <translation>正在等待引擎。</translation>
    </message>
    <message>
      <source>writing {name} …</source>
      <translation>正在写入 {name}…</translation>
    </message>
    <message>
      <source>mask</source>
      <translation>掩盖</translation>
    </message>
    <message>
      <source>whole word</source>
      <translation>整词</translation>
    </message>
    <message>
      <source>span</source>
      <translation>跨度</translation>
    </message>
    <message>
      <source>Matthews</source>
      <translation>Matthews</translation>
    </message>
    <message>
      <source>Pearson</source>
      <translation>Pearson</translation>
    </message>
    <message>
      <source>Spearman</source>
      <translation>Spearman</translation>
    </message>
    <message>
      <source>exact match</source>
      <translation>精确匹配</translation>
    </message>
    <message>
      <source>answer F1</source>
      <translation>答案 F1</translation>
    </message>
    <message>
      <source>pre-trained weights</source>
      <translation>预训练权重</translation>
    </message>
    <message>
      <source>A→A</source>
      <translation>A→A</translation>
    </message>
    <message>
      <source>A→B</source>
      <translation>A→B</translation>
    </message>
    <message>
      <source>B→A</source>
      <translation>B→A</translation>
    </message>
    <message>
      <source>B→B</source>
      <translation>B→B</translation>
    </message>
    <message>
      <source>tokens through the layers</source>
      <translation>穿过各层的词元</translation>
    </message>
    <message>
      <source>token embeddings</source>
      <translation>词元嵌入</translation>
    </message>
    <message>
      <source>A</source>
      <translation>A</translation>
    </message>
    <message>
      <source>B</source>
      <translation>B</translation>
    </message>
    <message>
      <source>B − A</source>
      <translation>B − A</translation>
    </message>
    <message>
      <source>gradient × input</source>
      <translation>梯度 × 输入</translation>
    </message>
    <message>
      <source>attention of [CLS]</source>
      <translation>[CLS] 的注意力</translation>
    </message>
    <message>
      <source>Save picture …</source>
      <translation>保存图片…</translation>
    </message>
    <message>
      <source>Save numbers …</source>
      <translation>保存数值…</translation>
    </message>
    <message>
      <source>Copy picture</source>
      <translation>复制图片</translation>
    </message>
    <message>
      <source>Copy numbers</source>
      <translation>复制数值</translation>
    </message>
    <message>
      <source>qa</source>
      <translation>问答</translation>
    </message>
    <message>
      <source>started</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>resumed</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>更改</translation>
    </message>
    <message>
      <source>checkpoint</source>
      <translation>检查点</translation>
    </message>
    <message>
      <source>not finite</source>
      <translation>数值非有限</translation>
    </message>
    <message>
      <source>noted</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>majority class</source>
      <translation>多数类</translation>
    </message>
    <message>
      <source>word overlap</source>
      <translation>词语重合</translation>
    </message>
    <message>
      <source>The whole window …</source>
      <translation>整个窗口…</translation>
    </message>
    <message>
      <source>The view that has the focus …</source>
      <translation>当前焦点视图…</translation>
    </message>
    <message>
      <source>The curves …</source>
      <translation>曲线…</translation>
    </message>
    <message>
      <source>run to the end</source>
      <translation>运行到终点</translation>
    </message>
    <message>
      <source>run some steps</source>
      <translation>运行若干步</translation>
    </message>
    <message>
      <source>run to a step</source>
      <translation>运行到某一步</translation>
    </message>
    <message>
      <source>until masked LM</source>
      <translation>直到掩码语言模型</translation>
    </message>
    <message>
      <source>until next sentence</source>
      <translation>直到下一句</translation>
    </message>
    <message>
      <source>until total loss</source>
      <translation>直到总损失</translation>
    </message>
    <message>
      <source>run for a time</source>
      <translation>运行一段时间</translation>
    </message>
    <message>
      <source>partly right</source>
      <translation>部分正确</translation>
    </message>
    <message>
      <source>wrong</source>
      <translation>错误</translation>
    </message>
    <message>
      <source>answered though unanswerable</source>
      <translation>不可回答却作了答</translation>
    </message>
    <message>
      <source>said no answer</source>
      <translation>回答了“无答案”</translation>
    </message>
    <message>
      <source>masked LM loss</source>
      <translation>掩码语言模型损失</translation>
    </message>
    <message>
      <source>next sentence loss</source>
      <translation>下一句预测损失</translation>
    </message>
    <message>
      <source>total loss</source>
      <translation>总损失</translation>
    </message>
    <message>
      <source>Little stories</source>
      <translation>小故事</translation>
    </message>
    <message>
      <source>Stories</source>
      <translation>故事</translation>
    </message>
    <message>
      <source>Feelings</source>
      <translation>情感</translation>
    </message>
    <message>
      <source>Follows</source>
      <translation>推断</translation>
    </message>
    <message>
      <source>Who, what, where</source>
      <translation>何人何事何地</translation>
    </message>
    <message>
      <source>The classic pair</source>
      <translation>经典句对</translation>
    </message>
    <message>
      <source>What can a dog be? The bars at the masked word should be words for a pet.</source>
      <translation>一只狗会是什么样？被掩盖的词处，条形应当是形容宠物的词。</translation>
    </message>
    <message>
      <source>Agreement: one cat</source>
      <translation>主谓一致：一只猫</translation>
    </message>
    <message>
      <source>One cat: is, was or sits, but hardly are.</source>
      <translation>一只猫：is、was 或 sits，而几乎不会是 are。</translation>
    </message>
    <message>
      <source>Agreement: two cats</source>
      <translation>主谓一致：两只猫</translation>
    </message>
    <message>
      <source>The same sentence with cats: now are is likelier than is, because of one letter.</source>
      <translation>同一个句子换成 cats：只因一个字母，are 就比 is 更可能。</translation>
    </message>
    <message>
      <source>Her bed</source>
      <translation>她的床</translation>
    </message>
    <message>
      <source>A sister's bed: her is likelier than his. The next example has a brother.</source>
      <translation>姐妹的床：her 比 his 更可能。下一个示例换成了兄弟。</translation>
    </message>
    <message>
      <source>His bed</source>
      <translation>他的床</translation>
    </message>
    <message>
      <source>The same with a brother: now his is likelier than her.</source>
      <translation>同样的句子换成兄弟：现在 his 比 her 更可能。</translation>
    </message>
    <message>
      <source>What a baker bakes</source>
      <translation>面包师烤什么</translation>
    </message>
    <message>
      <source>What does a baker bake? Bread should come first.</source>
      <translation>面包师烤什么？bread 应当排在第一。</translation>
    </message>
    <message>
      <source>A word comes back</source>
      <translation>一个词再次出现</translation>
    </message>
    <message>
      <source>B alone could hold any instrument: the model copies guitar from A. Look at attention from [MASK].</source>
      <translation>单看 B，可以是任何乐器：模型从 A 中复制了 guitar。看看 [MASK] 的注意力。</translation>
    </message>
    <message>
      <source>A name comes back</source>
      <translation>一个名字再次出现</translation>
    </message>
    <message>
      <source>Somebody of A is hugged in B: Lucy, or a pronoun in her place.</source>
      <translation>B 中被拥抱的是 A 里的人：Lucy，或代替她的代词。</translation>
    </message>
    <message>
      <source>Opposites</source>
      <translation>反义</translation>
    </message>
    <message>
      <source>But asks for a contrast: small or another size should be near the top. B is empty here.</source>
      <translation>but 要求对比：small 或另一种大小应当靠前。这里的 B 是空的。</translation>
    </message>
    <message>
      <source>Yesterday and tomorrow</source>
      <translation>昨天和明天</translation>
    </message>
    <message>
      <source>Yesterday wants the past: went is likelier than go.</source>
      <translation>yesterday 要求过去时：went 比 go 更可能。</translation>
    </message>
    <message>
      <source>Tomorrow</source>
      <translation>明天</translation>
    </message>
    <message>
      <source>Tomorrow wants the future: will should come first.</source>
      <translation>tomorrow 要求将来时：will 应当排在第一。</translation>
    </message>
    <message>
      <source>In, on or under</source>
      <translation>里面、上面还是下面</translation>
    </message>
    <message>
      <source>Places for a cup: on, under, next to. All bars should be prepositions.</source>
      <translation>杯子可以在的地方：on、under、next to。所有条形都应当是介词。</translation>
    </message>
    <message>
      <source>Because</source>
      <translation>因为</translation>
    </message>
    <message>
      <source>The second half is a reason, so because should be among the first words.</source>
      <translation>后半句是原因，因此 because 应当排在前几个词中。</translation>
    </message>
    <message>
      <source>Asking where</source>
      <translation>询问地点</translation>
    </message>
    <message>
      <source>The answer names a place, so the question word is where.</source>
      <translation>回答说的是地点，因此疑问词是 where。</translation>
    </message>
    <message>
      <source>It follows</source>
      <translation>B 接 A</translation>
    </message>
    <message>
      <source>The same cat in both sentences: the next-sentence bar should say that B follows.</source>
      <translation>两个句子里是同一只猫：下一句的条形应当表明 B 接 A。</translation>
    </message>
    <message>
      <source>It does not follow</source>
      <translation>B 不接 A</translation>
    </message>
    <message>
      <source>A rabbit and a train ticket: the next-sentence bar should say that B is a random sentence.</source>
      <translation>兔子和火车票：下一句的条形应当表明 B 是随机句子。</translation>
    </message>
    <message>
      <source>Only a name tells</source>
      <translation>只有名字透露答案</translation>
    </message>
    <message>
      <source>Change both Emma and guitar in B to Hugo and piano: the form stays, and the verdict turns.</source>
      <translation>把 B 中的 Emma 和 guitar 都改成 Hugo 和 piano：形式不变，判断却反转。</translation>
    </message>
    <message>
      <source>The same form, another story</source>
      <translation>同样的形式，另一个故事</translation>
    </message>
    <message>
      <source>B has the form of a sentence that follows, but other people and things: it should not follow.</source>
      <translation>B 具有承接句的形式，但人和物都不同：它不应当接 A。</translation>
    </message>
    <message>
      <source>Two masks at once</source>
      <translation>同时两个掩码</translation>
    </message>
    <message>
      <source>Both the job and its place are hidden. Unmask one of them and see what it does to the other.</source>
      <translation>职业和工作地点都被遮住。取消其中一个掩码，看看另一个会怎样。</translation>
    </message>
    <message>
      <source>The thing to take along</source>
      <translation>要带上的东西</translation>
    </message>
    <message>
      <source>Wet could be many things: with A in sight it is the umbrella. Empty A and watch it go.</source>
      <translation>湿的可以是很多东西：看得到 A 时是雨伞。清空 A，看它如何消失。</translation>
    </message>
    <message>
      <source>A span</source>
      <translation>一个跨度</translation>
    </message>
    <message>
      <source>Two neighbours are hidden, as in span masking: a preposition and an article.</source>
      <translation>相邻的两个词被遮住，如同跨度掩码：一个介词和一个冠词。</translation>
    </message>
    <message>
      <source>A word of two meanings: letter</source>
      <translation>一词两义：letter</translation>
    </message>
    <message>
      <source>In this story a letter is read. Type alphabet or stamp into A and see what changes.</source>
      <translation>在这个故事里读的是一封信。在 A 中输入 alphabet 或 stamp，看看有什么变化。</translation>
    </message>
    <message>
      <source>Pieces of a word</source>
      <translation>一个词的子词</translation>
    </message>
    <message>
      <source>playing is two pieces, play and ##ing; masked whole, the model must find both.</source>
      <translation>playing 由 play 和 ##ing 两个子词组成；整词掩盖时，模型必须两个都找到。</translation>
    </message>
    <message>
      <source>Cause and effect</source>
      <translation>原因和结果</translation>
    </message>
    <message>
      <source>Why be careful? The warning in B makes hot likely. Empty B and compare.</source>
      <translation>为什么要小心？B 中的提醒使 hot 更可能。清空 B 再比较。</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>颜色</translation>
    </message>
    <message>
      <source>B may be empty. All guesses should be colours, and white among the first.</source>
      <translation>B 可以为空。所有猜测都应当是颜色，white 在前几个之中。</translation>
    </message>
    <message>
      <source>The same animal again</source>
      <translation>又是同一只动物</translation>
    </message>
    <message>
      <source>The kitten comes first, and after it other small animals that like milk.</source>
      <translation>kitten 排在第一，其后是其他喜欢牛奶的小动物。</translation>
    </message>
  </context>
  <context>
    <name>sentences</name>
    <message>
      <source>{0} is no name of a model: type one such as {1}.</source>
      <translation>{0} 不是模型名称：请输入类似 {1} 的名称。</translation>
    </message>
    <message>
      <source>{0} is given only to those who ask: do so at {1}/{2}, then log in with `hf auth login`.</source>
      <translation>{0} 需要申请才能获取：请在 {1}/{2} 申请，然后用 `hf auth login` 登录。</translation>
    </message>
    <message>
      <source>There is no {0} on the Hub, or it is private: check the name, such as {1}; for a private model log in with `hf auth login`.</source>
      <translation>Hub 上没有 {0}，或它是私有的：请检查名称，例如 {1}；私有模型请用 `hf auth login` 登录。</translation>
    </message>
    <message>
      <source>{0} has no revision {1}: check its name.</source>
      <translation>{0} 没有版本 {1}：请检查其名称。</translation>
    </message>
    <message>
      <source>HF_HUB_OFFLINE or TRANSFORMERS_OFFLINE is set, so nothing is asked of the Hub, and {0} isn't in its cache: unset it, or open a folder.</source>
      <translation>设置了 HF_HUB_OFFLINE 或 TRANSFORMERS_OFFLINE，因此不会访问 Hub，而 {0} 不在其缓存中：请取消该设置，或打开文件夹。</translation>
    </message>
    <message>
      <source>{0} can't be loaded from {1} ({2}): check the network and try again; files that came whole are kept.</source>
      <translation>无法从 {1} 下载 {0}（{2}）：请检查网络后重试；已完整下载的文件会保留。</translation>
    </message>
    <message>
      <source>The Hub doesn't give {0} out (error {1}): log in with `hf auth login`.</source>
      <translation>Hub 不提供 {0}（错误 {1}）：请用 `hf auth login` 登录。</translation>
    </message>
    <message>
      <source>The Hub has been asked too often from here (error 429): wait some minutes.</source>
      <translation>从这里访问 Hub 过于频繁（错误 429）：请等待几分钟。</translation>
    </message>
    <message>
      <source>The Hub couldn't answer for {0} (error {1}): try again later.</source>
      <translation>Hub 无法就 {0} 作出响应（错误 {1}）：请稍后重试。</translation>
    </message>
    <message>
      <source>{0} has no {1}, so it is no BERT to open: choose another.</source>
      <translation>{0} 没有 {1}，不是可打开的 BERT：请选择其他模型。</translation>
    </message>
    <message>
      <source>{0} has no vocabulary (vocab.txt), so no sentence can be read by it.</source>
      <translation>{0} 没有词表（vocab.txt），无法用它读取句子。</translation>
    </message>
    <message>
      <source>{0} has no weights in safetensors: choose another model.</source>
      <translation>{0} 没有 safetensors 格式的权重：请选择其他模型。</translation>
    </message>
    <message>
      <source>{0} has its weights as pytorch_model.bin alone, which can run code of whoever made it, so it isn't loaded. If you trust it, write it anew in Python, with BertForPreTraining.from_pretrained("{1}").save_pretrained("folder", safe_serialization=True) and its tokenizer beside it, and open that folder.</source>
      <translation>{0} 的权重只有 pytorch_model.bin，它可能运行制作者的代码，因此不予下载。若信任它，请在 Python 中用 BertForPreTraining.from_pretrained("{1}").save_pretrained("folder", safe_serialization=True) 重新写出，并将其分词器放在旁边，然后打开该文件夹。</translation>
    </message>
    <message>
      <source>{0} of {1} is damaged: choose another model.</source>
      <translation>{1} 的 {0} 已损坏：请选择其他模型。</translation>
    </message>
    <message>
      <source>{0} isn't loaded. {1}</source>
      <translation>不下载 {0}。{1}</translation>
    </message>
    <message>
      <source>chooses among several texts</source>
      <translation>在多段文本中作选择</translation>
    </message>
    <message>
      <source>labels each token</source>
      <translation>给每个词元打标签</translation>
    </message>
    <message>
      <source>This BERT {0} ({1}), which bertscope doesn't: choose one that was only pre-trained, that classifies sentences or that answers questions.</source>
      <translation>这个 BERT {0}（{1}），bertscope 不支持：请选择仅经过预训练、用于句子分类或回答问题的模型。</translation>
    </message>
    <message>
      <source>The classes of this BERT don't exclude each other (problem_type in config.json), and bertscope tells one of them: choose another model.</source>
      <translation>这个 BERT 的各类别并不互斥（config.json 中的 problem_type），而 bertscope 只给出一个类别：请选择其他模型。</translation>
    </message>
    <message>
      <source>id2label in config.json has to name the classes 0, 1, 2 and so on, without a gap: correct it, or copy the file again.</source>
      <translation>config.json 中的 id2label 必须不间断地命名类别 0、1、2 等：请更正，或重新复制该文件。</translation>
    </message>
    <message>
      <source>Regression answers with one number, and id2label in config.json names {0}: leave one, or set problem_type to single_label_classification.</source>
      <translation>回归只给出一个数，而 config.json 中的 id2label 列出了 {0} 个：请只留一个，或将 problem_type 设为 single_label_classification。</translation>
    </message>
    <message>
      <source>only {0} is there</source>
      <translation>只有 {0}</translation>
    </message>
    <message>
      <source>none is there</source>
      <translation>一个也没有</translation>
    </message>
    <message>
      <source>A classifier needs two classes or more, and {0}: add another one.</source>
      <translation>分类器需要两个或更多类别，而这里{0}：请再添加一个。</translation>
    </message>
    <message>
      <source>Two classes are called {0}: give each a name of its own.</source>
      <translation>有两个类别都叫 {0}：请给它们不同的名称。</translation>
    </message>
    <message>
      <source>its {0} can't be read</source>
      <translation>其中的 {0} 无法读取</translation>
    </message>
    <message>
      <source>{0} is missing</source>
      <translation>{0} 缺失</translation>
    </message>
    <message>
      <source>{0} is damaged</source>
      <translation>{0} 已损坏</translation>
    </message>
    <message>
      <source>The checkpoint {0} was passed over: {1}.</source>
      <translation>检查点 {0} 已被跳过：{1}。</translation>
    </message>
    <message>
      <source>it has BERT's names but normalizes before each sublayer</source>
      <translation>它使用 BERT 的名称，但在每个子层之前做归一化</translation>
    </message>
    <message>
      <source>it counts positions from 2 and knows no segments</source>
      <translation>它的位置从 2 开始编号，且没有片段</translation>
    </message>
    <message>
      <source>it is a decoder, which reads from left to right</source>
      <translation>它是从左到右读取的解码器</translation>
    </message>
    <message>
      <source>it attends to a second model</source>
      <translation>它会关注另一个模型</translation>
    </message>
    <message>
      <source>it brings its own code, which bertscope doesn't run</source>
      <translation>它自带代码，而 bertscope 不运行这些代码</translation>
    </message>
    <message>
      <source>its weights are quantized</source>
      <translation>它的权重经过量化</translation>
    </message>
    <message>
      <source>some of its attention heads are cut out</source>
      <translation>它的部分注意力头已被剪除</translation>
    </message>
    <message>
      <source>There is no size {0}: choose {1}.</source>
      <translation>没有 {0} 这个规格：请选择 {1}。</translation>
    </message>
    <message>
      <source>config.json can't be used: {0}.</source>
      <translation>config.json 无法使用：{0}。</translation>
    </message>
    <message>
      <source>{0} is {1}, and must be 1 or more.</source>
      <translation>{0} 为 {1}，必须大于等于 1。</translation>
    </message>
    <message>
      <source>A width of {0} can't be shared out over {1} attention heads: choose a multiple.</source>
      <translation>宽度 {0} 无法平均分给 {1} 个注意力头：请选择其倍数。</translation>
    </message>
    <message>
      <source>{0} is a share: set it between 0 and 1.</source>
      <translation>{0} 是一个占比：请设为 0 到 1 之间的值。</translation>
    </message>
    <message>
      <source>bertscope doesn't know the activation {0}: it knows {1}.</source>
      <translation>bertscope 不认识激活函数 {0}：支持的有 {1}。</translation>
    </message>
    <message>
      <source>pad_token_id {0} is not in the vocabulary.</source>
      <translation>pad_token_id {0} 不在词表中。</translation>
    </message>
    <message>
      <source>This is a {0} model, not BERT ({1}): choose a BERT folder.</source>
      <translation>这是 {0} 模型，不是 BERT（{1}）：请选择 BERT 文件夹。</translation>
    </message>
    <message>
      <source>This is a {0} model, not BERT: choose a BERT folder.</source>
      <translation>这是 {0} 模型，不是 BERT：请选择 BERT 文件夹。</translation>
    </message>
    <message>
      <source>This BERT can't be opened, for {0} ({1} in config.json).</source>
      <translation>无法打开这个 BERT，因为{0}（config.json 中的 {1}）。</translation>
    </message>
    <message>
      <source>This BERT can't be opened, for its positions are {0}: only absolute position embeddings are supported.</source>
      <translation>无法打开这个 BERT，因为它的位置类型是 {0}：仅支持绝对位置嵌入。</translation>
    </message>
    <message>
      <source>Reading the corpus</source>
      <translation>正在读取语料</translation>
    </message>
    <message>
      <source>Telling decoys</source>
      <translation>正在编写干扰句</translation>
    </message>
    <message>
      <source>Cutting into pieces</source>
      <translation>正在切分为词元</translation>
    </message>
    <message>
      <source>Cutting the held-out part</source>
      <translation>正在切分留出部分</translation>
    </message>
    <message>
      <source>{0} isn't the same text on all machines: copy it to them from the first.</source>
      <translation>{0} 在各台机器上的文本不一致：请从第一台复制过去。</translation>
    </message>
    <message>
      <source>Opening the corpus</source>
      <translation>正在打开语料</translation>
    </message>
    <message>
      <source>{0} of the text is [UNK]: the vocabulary doesn't fit it.</source>
      <translation>文本中有 {0} 是 [UNK]：词表与文本不匹配。</translation>
    </message>
    <message>
      <source>{0} of the words are not in the vocabulary and are read in pieces, most often {1}.</source>
      <translation>有 {0} 的词不在词表中，被拆开读取，最常见的是 {1}。</translation>
    </message>
    <message>
      <source>CPU, {0} cores</source>
      <translation>CPU，{0} 核</translation>
    </message>
    <message>
      <source>CPU, 1 core</source>
      <translation>CPU，1 核</translation>
    </message>
    <message>
      <source>There is no device {0} here: choose auto, {1}.</source>
      <translation>这里没有设备 {0}：请选择 auto、{1}。</translation>
    </message>
    <message>
      <source>{0} ran out of memory: set fewer pairs a micro-batch, a shorter length or a smaller model, then go on from the last checkpoint.</source>
      <translation>{0} 内存不足：请减少每个微批的句对数、缩短长度或使用更小的模型，然后从最后一个检查点继续。</translation>
    </message>
    <message>
      <source>There is no room to write {0}: free some space on that disk, then go on.</source>
      <translation>没有空间写入 {0}：请在该磁盘上腾出空间，然后继续。</translation>
    </message>
    <message>
      <source>{0} can't be written ({1}): check the folder's permissions or choose another.</source>
      <translation>无法写入 {0}（{1}）：请检查文件夹权限，或选择其他文件夹。</translation>
    </message>
    <message>
      <source>Another process of this run died or no longer answers, so training stopped. What was reached is kept: start the run again with --resume, on as many processes as there are.</source>
      <translation>本次运行的另一个进程已退出或不再响应，训练因此停止。已有的结果已保留：请用 --resume 重新启动，进程数不限。</translation>
    </message>
    <message>
      <source>{0} processes can't share {1}: choose auto, cuda or cpu.</source>
      <translation>{0} 个进程无法共用 {1}：请选择 auto、cuda 或 cpu。</translation>
    </message>
    <message>
      <source>The model knows one segment only, so it can't judge pairs: open another.</source>
      <translation>该模型只有一个片段，无法判断句对：请打开其他模型。</translation>
    </message>
    <message>
      <source>Masked words</source>
      <translation>被掩盖的词</translation>
    </message>
    <message>
      <source>Next sentence</source>
      <translation>下一句</translation>
    </message>
    <message>
      <source>Next parts</source>
      <translation>后续部分</translation>
    </message>
    <message>
      <source>masked-LM head</source>
      <translation>掩码语言模型头</translation>
    </message>
    <message>
      <source>next-sentence head</source>
      <translation>下一句预测头</translation>
    </message>
    <message>
      <source>tells classes apart</source>
      <translation>用于区分类别</translation>
    </message>
    <message>
      <source>answers with a number</source>
      <translation>用于输出一个数</translation>
    </message>
    <message>
      <source>answers questions</source>
      <translation>用于回答问题</translation>
    </message>
    <message>
      <source>This model was fine-tuned and {0}: it has no heads any more that predict masked words and next sentences, so choose one that was only pre-trained.</source>
      <translation>该模型经过微调，{0}：它已没有预测被掩盖的词和下一句的头，请选择仅经过预训练的模型。</translation>
    </message>
    <message>
      <source>{0} in {1} says tie_word_embeddings false, and the weights lack the {2} that it means: copy them again.</source>
      <translation>{1} 中的 {0} 将 tie_word_embeddings 设为 false，但权重缺少所需的 {2}：请重新复制。</translation>
    </message>
    <message>
      <source>The vocabulary in {0} has {1} pieces, and the model only {2} word embeddings: vocab.txt belongs to another model.</source>
      <translation>{0} 中的词表有 {1} 个词元，而模型只有 {2} 个词嵌入：vocab.txt 属于另一个模型。</translation>
    </message>
    <message>
      <source>There is no {0}: choose a folder with a BERT in it.</source>
      <translation>{0} 不存在：请选择包含 BERT 的文件夹。</translation>
    </message>
    <message>
      <source>{0} is a file: choose the folder that it lies in.</source>
      <translation>{0} 是文件：请选择它所在的文件夹。</translation>
    </message>
    <message>
      <source>There is no {0} in {1}: choose a Hugging Face BERT folder.</source>
      <translation>{1} 中没有 {0}：请选择 Hugging Face 的 BERT 文件夹。</translation>
    </message>
    <message>
      <source>{0} can't be read ({1}).</source>
      <translation>无法读取 {0}（{1}）。</translation>
    </message>
    <message>
      <source>{0} in {1} names {2} labels, and the classifier has {3} rows: write a name for each row into its id2label.</source>
      <translation>{1} 中的 {0} 列出了 {2} 个标签，而分类器有 {3} 行：请在 id2label 中为每一行写上名称。</translation>
    </message>
    <message>
      <source>The weights in {0} lack {1}: the model is not whole, or {2} belongs to another.</source>
      <translation>{0} 中的权重缺少 {1}：模型不完整，或 {2} 属于另一个模型。</translation>
    </message>
    <message>
      <source>{0} in {1} is {2}, and {3} asks for {4}: one of the two files belongs to another model.</source>
      <translation>{1} 中的 {0} 为 {2}，而 {3} 要求 {4}：两个文件之一属于另一个模型。</translation>
    </message>
    <message>
      <source>The weights in {0} hold {1}, which {2} doesn't have: {3} belongs to another model.</source>
      <translation>{0} 中的权重含有 {1}，而 {2} 没有这些权重：{3} 属于另一个模型。</translation>
    </message>
    <message>
      <source>The weights in {0} hold {1}, which BERT with its pre-training heads doesn't have: choose a BERT that was only pre-trained, or one whose {2} names its class under architectures.</source>
      <translation>{0} 中的权重含有 {1}，而带预训练头的 BERT 没有这些权重：请选择仅经过预训练的 BERT，或其 {2} 在 architectures 中写明类名的 BERT。</translation>
    </message>
    <message>
      <source>There are no labelled examples to train on: choose other data.</source>
      <translation>没有可用于训练的有标签样本：请选择其他数据。</translation>
    </message>
    <message>
      <source>There are no labelled examples to measure on: choose other data.</source>
      <translation>没有可用于评测的有标签样本：请选择其他数据。</translation>
    </message>
    <message>
      <source>The corpus is too small to make pairs of: choose a longer text.</source>
      <translation>语料太小，无法组成句对：请选择更长的文本。</translation>
    </message>
    <message>
      <source>This model's outputs are no numbers any more, as after training at too high a rate: go back to an earlier checkpoint, or open another model.</source>
      <translation>该模型的输出已不是数字，多半因为学习率过高：请回到更早的检查点，或打开其他模型。</translation>
    </message>
    <message>
      <source>Reading the checkpoint</source>
      <translation>正在读取检查点</translation>
    </message>
    <message>
      <source>Building the model</source>
      <translation>正在构建模型</translation>
    </message>
    <message>
      <source>New, with random weights: {0}.</source>
      <translation>新增，权重随机：{0}。</translation>
    </message>
    <message>
      <source>Reckoning the baselines</source>
      <translation>正在计算基线</translation>
    </message>
    <message>
      <source>Getting ready to train</source>
      <translation>正在准备训练</translation>
    </message>
    <message>
      <source>Waiting for the compiler</source>
      <translation>正在等待编译器</translation>
    </message>
    <message>
      <source>Compiling the layers</source>
      <translation>正在编译各层</translation>
    </message>
    <message>
      <source>The layers can't be compiled here ({0}), so training goes on without: install a C++ compiler and, for a GPU, Triton, or choose --no-compile on the command line.</source>
      <translation>此处无法编译各层（{0}），训练将不经编译继续进行：请安装 C++ 编译器，使用 GPU 时还需安装 Triton，或在命令行选择 --no-compile。</translation>
    </message>
    <message>
      <source>Making pairs</source>
      <translation>正在生成句对</translation>
    </message>
    <message>
      <source>Making held-out pairs</source>
      <translation>正在生成留出句对</translation>
    </message>
    <message>
      <source>The pair has {0} tokens, and this model reads 1 to {1}: shorten a sentence.</source>
      <translation>句对有 {0} 个词元，而该模型只能读取 1 到 {1} 个：请缩短句子。</translation>
    </message>
    <message>
      <source>Each token needs a segment below {0}.</source>
      <translation>每个词元的片段编号必须小于 {0}。</translation>
    </message>
    <message>
      <source>Each token is of sentence A (0), of sentence B (1) or special (2).</source>
      <translation>每个词元属于句子 A（0）、句子 B（1）或为特殊词元（2）。</translation>
    </message>
    <message>
      <source>A token is not among this model's {0} pieces: cut the sentences with the model's own tokenizer.</source>
      <translation>有词元不在该模型的 {0} 个词元之中：请用模型自己的分词器切分句子。</translation>
    </message>
    <message>
      <source>A position is not in the pair, which has positions 0 to {0}.</source>
      <translation>有位置不在句对内，句对的位置为 0 到 {0}。</translation>
    </message>
    <message>
      <source>The next-sentence label is 0 (B is next), 1 (it isn't) or none.</source>
      <translation>下一句标签为 0（B 是下一句）、1（不是）或空。</translation>
    </message>
    <message>
      <source>There is no class {0}: this model's classes are 0 to {1}.</source>
      <translation>没有类别 {0}：该模型的类别为 0 到 {1}。</translation>
    </message>
    <message>
      <source>{0} is {1}: set it to {2} or more.</source>
      <translation>{0} 为 {1}：请设为大于等于 {2}。</translation>
    </message>
    <message>
      <source>{0} is {1}: set it above 0.</source>
      <translation>{0} 为 {1}：请设为大于 0。</translation>
    </message>
    <message>
      <source>{0} is {1}: set it between 0 and 1.</source>
      <translation>{0} 为 {1}：请设为 0 到 1 之间。</translation>
    </message>
    <message>
      <source>Both losses have weight 0: set mlm_weight or nsp_weight above 0.</source>
      <translation>两个损失的权重都为 0：请将 mlm_weight 或 nsp_weight 设为大于 0。</translation>
    </message>
    <message>
      <source>The masking rule chooses nothing to predict: set its rate above 0.</source>
      <translation>掩码规则没有选出要预测的内容：请将其占比设为大于 0。</translation>
    </message>
    <message>
      <source>null_threshold is {0}: set it to a finite number.</source>
      <translation>null_threshold 为 {0}：请设为有限的数。</translation>
    </message>
    <message>
      <source>{0} is {1}: set it to a finite number.</source>
      <translation>{0} 为 {1}：请设为有限的数。</translation>
    </message>
    <message>
      <source>{0} is {1}: set it to a number below {2}.</source>
      <translation>{0} 为 {1}：请设为小于 {2} 的数。</translation>
    </message>
    <message>
      <source>A run that goes on can't change its {0}: reset it for that.</source>
      <translation>继续进行的运行无法更改 {0}：请先重置。</translation>
    </message>
    <message>
      <source>A run can't change its {0}: begin a new run for that.</source>
      <translation>运行无法更改 {0}：请为此开始新的运行。</translation>
    </message>
    <message>
      <source>layers compiled</source>
      <translation>各层已编译</translation>
    </message>
    <message>
      <source>layers no longer compiled</source>
      <translation>各层不再编译</translation>
    </message>
    <message>
      <source>masks {0} → {1}</source>
      <translation>掩码 {0} → {1}</translation>
    </message>
    <message>
      <source>masks by {0} → {1}</source>
      <translation>掩码单位 {0} → {1}</translation>
    </message>
    <message>
      <source>[MASK] / random / kept {0} → {1} %</source>
      <translation>[MASK] / 随机 / 保留 {0} → {1} %</translation>
    </message>
    <message>
      <source>steps {0} → {1}</source>
      <translation>步数 {0} → {1}</translation>
    </message>
    <message>
      <source>batch size {0} → {1}</source>
      <translation>批大小 {0} → {1}</translation>
    </message>
    <message>
      <source>learning rate {0} → {1}</source>
      <translation>学习率 {0} → {1}</translation>
    </message>
    <message>
      <source>matrix learning rate {0} → {1}</source>
      <translation>矩阵学习率 {0} → {1}</translation>
    </message>
    <message>
      <source>weight of the masked LM loss {0} → {1}</source>
      <translation>掩码语言模型损失的权重 {0} → {1}</translation>
    </message>
    <message>
      <source>weight of the next sentence loss {0} → {1}</source>
      <translation>下一句预测损失的权重 {0} → {1}</translation>
    </message>
    <message>
      <source>clipping {0} → {1}</source>
      <translation>梯度裁剪 {0} → {1}</translation>
    </message>
    <message>
      <source>steps between held-out measurements {0} → {1}</source>
      <translation>评测间隔步数 {0} → {1}</translation>
    </message>
    <message>
      <source>time between checkpoints {0} → {1}</source>
      <translation>检查点的时间间隔 {0} → {1}</translation>
    </message>
    <message>
      <source>room for snapshots {0} → {1}</source>
      <translation>留给过去各步的空间 {0} → {1}</translation>
    </message>
    <message>
      <source>micro batch {0} → {1}</source>
      <translation>微批 {0} → {1}</translation>
    </message>
    <message>
      <source>device {0} → {1}</source>
      <translation>设备 {0} → {1}</translation>
    </message>
    <message>
      <source>precision {0} → {1}</source>
      <translation>精度 {0} → {1}</translation>
    </message>
    <message>
      <source>There is no run in {0}: choose a folder with a {1}.</source>
      <translation>{0} 中没有运行：请选择包含 {1} 的文件夹。</translation>
    </message>
    <message>
      <source>{0} is damaged, so the run can't go on: begin a new one.</source>
      <translation>{0} 已损坏，运行无法继续：请开始新的运行。</translation>
    </message>
    <message>
      <source>The run's folder {0} is gone, and its metrics so far with it. Nothing is lost of the model: go on, and the folder is made again.</source>
      <translation>运行的文件夹 {0} 已不存在，其中的指标也随之丢失。模型没有丢失：请继续，文件夹会重新创建。</translation>
    </message>
    <message>
      <source>None is left: begin a new run.</source>
      <translation>没有剩下的检查点：请开始新的运行。</translation>
    </message>
    <message>
      <source>{0} is being trained by another program: end it there, or wait until it is done.</source>
      <translation>{0} 正由另一个程序训练：请在那里结束，或等它完成。</translation>
    </message>
    <message>
      <source>{0} holds a run already: go on with it or choose another folder.</source>
      <translation>{0} 中已有一次运行：请继续它，或选择其他文件夹。</translation>
    </message>
    <message>
      <source>{0} is a file: choose a folder for the run.</source>
      <translation>{0} 是文件：请为运行选择文件夹。</translation>
    </message>
    <message>
      <source>{0} is not empty: choose a new folder for the run.</source>
      <translation>{0} 不是空文件夹：请为运行选择新文件夹。</translation>
    </message>
    <message>
      <source>The weights of step {0} are not kept: choose another step.</source>
      <translation>第 {0} 步的权重没有保存：请选择其他步。</translation>
    </message>
    <message>
      <source>The weights kept of step {0} are damaged: choose another step.</source>
      <translation>保存的第 {0} 步权重已损坏：请选择其他步。</translation>
    </message>
    <message>
      <source>The weights of step {0} were not kept, for there is no memory to copy them into: those of later steps are tried again.</source>
      <translation>第 {0} 步的权重没有保存，因为没有内存可供复制：之后的步会再次尝试。</translation>
    </message>
    <message>
      <source>The weights of step {0} were not kept ({1}): look after the disk; those of later steps are tried again.</source>
      <translation>第 {0} 步的权重没有保存（{1}）：请检查磁盘；之后的步会再次尝试。</translation>
    </message>
    <message>
      <source>The disk is nearly full, so the weights of past steps are no longer kept: free some space, and those of later steps are.</source>
      <translation>磁盘将满，不再保存过去各步的权重：腾出空间后，会保存之后各步的权重。</translation>
    </message>
    <message>
      <source>there is no room</source>
      <translation>没有空间</translation>
    </message>
    <message>
      <source>The model reads {0} tokens at the most: set the length to that.</source>
      <translation>该模型最多读取 {0} 个词元：请将长度设为该值。</translation>
    </message>
    <message>
      <source>The model knows one segment only: sentence pairs need two.</source>
      <translation>该模型只有一个片段：句对需要两个。</translation>
    </message>
    <message>
      <source>The choices changed while the step was done: ask for another one.</source>
      <translation>执行这一步时设置已更改：请再执行一步。</translation>
    </message>
    <message>
      <source>A step of fine-tuning can't be told: switch to pre-training for that.</source>
      <translation>无法讲解微调的一步：请切换到预训练。</translation>
    </message>
    <message>
      <source>The run ended before this step: set more steps to go on.</source>
      <translation>运行在这一步之前已结束：请增加步数以继续。</translation>
    </message>
    <message>
      <source>There is nothing to learn from yet: mask a token, or write a sentence B.</source>
      <translation>还没有可学习的内容：请掩盖一个词元，或写出句子 B。</translation>
    </message>
    <message>
      <source>What there is to learn from this pair has weight 0: raise the weight of its loss.</source>
      <translation>该句对中可学习的内容权重为 0：请提高其损失的权重。</translation>
    </message>
    <message>
      <source>layer {0}</source>
      <translation>第 {0} 层</translation>
    </message>
    <message>
      <source>masked LM head</source>
      <translation>掩码语言模型头</translation>
    </message>
    <message>
      <source>next sentence head</source>
      <translation>下一句预测头</translation>
    </message>
    <message>
      <source>Reading the labelled data</source>
      <translation>正在读取有标签数据</translation>
    </message>
    <message>
      <source>The labelled data has other classes than when the run was begun: bring back the data as it was, or begin a new run.</source>
      <translation>有标签数据的类别与运行开始时不同：请恢复原来的数据，或开始新的运行。</translation>
    </message>
    <message>
      <source>This model was pre-trained alone: fine-tune it first, then it can answer.</source>
      <translation>该模型仅经过预训练：请先微调，然后它才能回答。</translation>
    </message>
    <message>
      <source>This model was fine-tuned for {0}, and the data is for {1}: choose data of the model's task.</source>
      <translation>该模型为{0}而微调，而数据用于{1}：请选择适合该模型任务的数据。</translation>
    </message>
    <message>
      <source>There are no examples in this part of the data that have labels: choose another part.</source>
      <translation>数据的这一部分没有带标签的样本：请选择其他部分。</translation>
    </message>
    <message>
      <source>Weighing the answers</source>
      <translation>正在评定答案</translation>
    </message>
    <message>
      <source>One step can't be shown of a run in several processes: train it in one.</source>
      <translation>无法显示多进程运行中的一步：请用单个进程训练。</translation>
    </message>
    <message>
      <source>The run has done its last step: set more steps to go on.</source>
      <translation>运行已完成最后一步：请增加步数以继续。</translation>
    </message>
    <message>
      <source>Training stopped at step {0}: the loss is no longer a finite number. Go on from the last checkpoint with a lower learning rate.</source>
      <translation>训练在第 {0} 步停止：损失已不是有限的数。请从最后一个检查点以更低的学习率继续。</translation>
    </message>
    <message>
      <source>The token embeddings hold entries that are no numbers, so there is no map of them: train again with a lower learning rate.</source>
      <translation>词元嵌入中有不是数字的项，无法绘制映射图：请以更低的学习率重新训练。</translation>
    </message>
    <message>
      <source>{0} can't be read: copy the folder again.</source>
      <translation>无法读取 {0}：请重新复制该文件夹。</translation>
    </message>
    <message>
      <source>There are no weights in {0}: it needs {1}.</source>
      <translation>{0} 中没有权重：需要 {1}。</translation>
    </message>
    <message>
      <source>{0} lists no weights: copy the folder again.</source>
      <translation>{0} 没有列出权重：请重新复制该文件夹。</translation>
    </message>
    <message>
      <source>{0} lacks the weights file {1}: copy it again.</source>
      <translation>{0} 缺少权重文件 {1}：请重新复制。</translation>
    </message>
    <message>
      <source>The weights in {0} lack {1}: copy them again.</source>
      <translation>{0} 中的权重缺少 {1}：请重新复制。</translation>
    </message>
    <message>
      <source>{0} is damaged or holds more than weights: copy it again from where you had it.</source>
      <translation>{0} 已损坏，或含有权重以外的内容：请从原处重新复制。</translation>
    </message>
    <message>
      <source>{0} holds something else than a model's weights.</source>
      <translation>{0} 中的内容不是模型权重。</translation>
    </message>
    <message>
      <source>The weights in {0} hold {1} twice: copy them again.</source>
      <translation>{0} 中的权重重复含有 {1}：请重新复制。</translation>
    </message>
    <message>
      <source>{0} in {1} is quantized: use the model's full weights.</source>
      <translation>{1} 中的 {0} 经过量化：请使用模型的完整权重。</translation>
    </message>
    <message>
      <source>{0} in {1} differs from {2}: BERT's masked-LM head uses the word embeddings themselves, so this model can't be opened.</source>
      <translation>{1} 中的 {0} 与 {2} 不同：BERT 的掩码语言模型头直接使用词嵌入，因此无法打开该模型。</translation>
    </message>
    <message>
      <source>{0} and {1} more</source>
      <translation>{0} 以及另外 {1} 个</translation>
    </message>
    <message>
      <source>Choose a task, and at least one number of examples and one seed.</source>
      <translation>请选择一个任务，以及至少一个样本数和一个种子。</translation>
    </message>
    <message>
      <source>There are {0} examples to train on, and {1} were asked for: ask for fewer.</source>
      <translation>可用于训练的样本有 {0} 个，而要求了 {1} 个：请减少数量。</translation>
    </message>
    <message>
      <source>Reading the model</source>
      <translation>正在读取模型</translation>
    </message>
    <message>
      <source>The loss of a training was no longer a finite number: measure again with a lower learning rate.</source>
      <translation>某次训练的损失已不是有限的数：请以更低的学习率重新测量。</translation>
    </message>
    <message>
      <source>Loading from the Hub needs the package huggingface_hub: pip install 'bertscope[hub]'.</source>
      <translation>从 Hub 下载需要 huggingface_hub 包：pip install 'bertscope[hub]'。</translation>
    </message>
    <message>
      <source>bertscope's own resources are missing: install bertscope again.</source>
      <translation>bertscope 自带的资源缺失：请重新安装 bertscope。</translation>
    </message>
    <message>
      <source>Little stories</source>
      <translation>小故事</translation>
    </message>
    <message>
      <source>{0} can't be read: choose the folder of a run.</source>
      <translation>无法读取 {0}：请选择一次运行的文件夹。</translation>
    </message>
    <message>
      <source>{0} can't be written ({1}): check the disk and the folder's permissions.</source>
      <translation>无法写入 {0}（{1}）：请检查磁盘和文件夹权限。</translation>
    </message>
    <message>
      <source>{0} is damaged: its curves can't be shown.</source>
      <translation>{0} 已损坏：无法显示其曲线。</translation>
    </message>
    <message>
      <source>Who, what, where</source>
      <translation>何人何事何地</translation>
    </message>
    <message>
      <source>{0} needs pyarrow: install it with `pip install bertscope[columns]`, or save the corpus as .jsonl.</source>
      <translation>{0} 需要 pyarrow：请用 `pip install bertscope[columns]` 安装，或将语料存为 .jsonl。</translation>
    </message>
    <message>
      <source>The column {0} of {1} holds no text: name another.</source>
      <translation>{1} 的列 {0} 不含文本：请指定其他列。</translation>
    </message>
    <message>
      <source>{0} is damaged: copy or download it again.</source>
      <translation>{0} 已损坏：请重新复制或下载。</translation>
    </message>
    <message>
      <source>{0} has no text in it: choose a text with some sentences.</source>
      <translation>{0} 中没有文本：请选择包含若干句子的文本。</translation>
    </message>
    <message>
      <source>The corpus has fewer than {0} sentences: choose a longer text.</source>
      <translation>语料少于 {0} 个句子：请选择更长的文本。</translation>
    </message>
    <message>
      <source>Every document in {0} is one sentence, so no sentence has a next one: leave blank lines only between documents.</source>
      <translation>{0} 中每个文档都只有一个句子，因此没有句子有下一句：请只在文档之间留空行。</translation>
    </message>
    <message>
      <source>{0} of {1} documents are one sentence, which has no next one: leave blank lines only between documents.</source>
      <translation>{1} 个文档中有 {0} 个只有一个句子，没有下一句：请只在文档之间留空行。</translation>
    </message>
    <message>
      <source>{0} has only one sentence: choose a longer text.</source>
      <translation>{0} 只有一个句子：请选择更长的文本。</translation>
    </message>
    <message>
      <source>{0} is one document of {1} sentences, and next sentence prediction draws random sentences from another one: separate documents by a blank line.</source>
      <translation>{0} 是含 {1} 个句子的单个文档，而下一句预测要从另一个文档随机抽取句子：请用空行分隔文档。</translation>
    </message>
    <message>
      <source>The text has no blank lines, so it was cut into {0} documents of {1} sentences.</source>
      <translation>文本没有空行，因此被切成 {0} 个文档，每个 {1} 个句子。</translation>
    </message>
    <message>
      <source>The example {0} has no word {1}: mend it.</source>
      <translation>示例 {0} 中没有词 {1}：请更正。</translation>
    </message>
    <message>
      <source>{0} is not a text file: choose another one.</source>
      <translation>{0} 不是文本文件：请选择其他文件。</translation>
    </message>
    <message>
      <source>There is no {0}: choose a text file or a folder of text files.</source>
      <translation>{0} 不存在：请选择文本文件，或包含文本文件的文件夹。</translation>
    </message>
    <message>
      <source>{0} can't be read: check its permissions.</source>
      <translation>无法读取 {0}：请检查其权限。</translation>
    </message>
    <message>
      <source>There is no .txt file in {0}, nor {1}: choose a folder that has some.</source>
      <translation>{0} 中没有 .txt 文件，也没有 {1}：请选择包含这类文件的文件夹。</translation>
    </message>
    <message>
      <source>{0} is longer than {1} characters: choose a smaller one.</source>
      <translation>{0} 超过 {1} 个字符：请选择更小的文件。</translation>
    </message>
    <message>
      <source>Line {0} of {1} is longer than {2} characters: has each record a line of its own?</source>
      <translation>{1} 的第 {0} 行超过 {2} 个字符：每条记录是否各占一行？</translation>
    </message>
    <message>
      <source>{0} is UTF-16: save it as UTF-8.</source>
      <translation>{0} 是 UTF-16：请存为 UTF-8。</translation>
    </message>
    <message>
      <source>{0} is not UTF-8 (byte {1}, in line {2}): save it as UTF-8.</source>
      <translation>{0} 不是 UTF-8（第 {1} 字节，第 {2} 行）：请存为 UTF-8。</translation>
    </message>
    <message>
      <source>{0} changed while it was read: begin again.</source>
      <translation>{0} 在读取时发生了更改：请重新开始。</translation>
    </message>
    <message>
      <source>{0} doesn't hold what is written there: check that disk.</source>
      <translation>{0} 中的内容与写入的不符：请检查该磁盘。</translation>
    </message>
    <message>
      <source>The mask rule's numbers are shares: set each between 0 and 100 %.</source>
      <translation>掩码规则的数值是占比：请各设为 0 到 100 % 之间。</translation>
    </message>
    <message>
      <source>[MASK] and random together pass 100 %: lower one of them.</source>
      <translation>[MASK] 与随机合计超过 100 %：请降低其中一个。</translation>
    </message>
    <message>
      <source>Position {0} can't be masked: the pair has positions 0 to {1}.</source>
      <translation>无法掩盖位置 {0}：句对的位置为 0 到 {1}。</translation>
    </message>
    <message>
      <source>A pair needs at least {0} tokens: raise the length.</source>
      <translation>句对至少需要 {0} 个词元：请增大长度。</translation>
    </message>
    <message>
      <source>Pairs need at least two documents with text in them: separate documents by a blank line, or choose a longer text.</source>
      <translation>句对至少需要两个含文本的文档：请用空行分隔文档，或选择更长的文本。</translation>
    </message>
    <message>
      <source>{0} is not UTF-8 (near byte {1}): save it as UTF-8.</source>
      <translation>{0} 不是 UTF-8（第 {1} 字节附近）：请存为 UTF-8。</translation>
    </message>
    <message>
      <source>{0} is not a text file: choose a .txt file.</source>
      <translation>{0} 不是文本文件：请选择 .txt 文件。</translation>
    </message>
    <message>
      <source>{0} has no readable config.json: choose the folder of a BERT model.</source>
      <translation>{0} 中没有可读取的 config.json：请选择 BERT 模型的文件夹。</translation>
    </message>
    <message>
      <source>Line {0} of {1} is no JSON: a .jsonl file has a JSON object a line.</source>
      <translation>{1} 的第 {0} 行不是 JSON：.jsonl 文件每行是一个 JSON 对象。</translation>
    </message>
    <message>
      <source>no keys</source>
      <translation>没有键</translation>
    </message>
    <message>
      <source>Line {0} of {1} has no text under {2}, but {3}: name the key that holds the text as the column.</source>
      <translation>{1} 的第 {0} 行在 {2} 下没有文本，只有 {3}：请将含文本的键指定为列。</translation>
    </message>
    <message>
      <source>{0} is damaged near line {1} ({2}): check its quotes.</source>
      <translation>{0} 在第 {1} 行附近损坏（{2}）：请检查其引号。</translation>
    </message>
    <message>
      <source>{0} has no column {1}, but {2}: name the one that holds the text.</source>
      <translation>{0} 没有列 {1}，只有 {2}：请指定含文本的列。</translation>
    </message>
    <message>
      <source>There is no room in {0} for a corpus of this size cut into pieces: free some space on that disk, or train on a smaller corpus.</source>
      <translation>{0} 中没有空间存放这种规模的已切分语料：请在该磁盘上腾出空间，或用更小的语料训练。</translation>
    </message>
    <message>
      <source>{0}, where large corpora are kept cut into pieces, can't be written ({1}): check its permissions.</source>
      <translation>无法写入存放已切分大型语料的 {0}（{1}）：请检查其权限。</translation>
    </message>
    <message>
      <source>majority class</source>
      <translation>多数类</translation>
    </message>
    <message>
      <source>no answer</source>
      <translation>无答案</translation>
    </message>
    <message>
      <source>word overlap</source>
      <translation>词语重合</translation>
    </message>
    <message>
      <source>{0} has the columns {1}, but question answering needs a question, a passage and an answer: choose their columns, or a .json file as SQuAD's.</source>
      <translation>{0} 的列为 {1}，而问答需要问题、段落和答案：请选择对应的列，或与 SQuAD 相同格式的 .json 文件。</translation>
    </message>
    <message>
      <source>{0} has the columns {1}, and none is called 'label': choose the one that holds the labels.</source>
      <translation>{0} 的列为 {1}，没有名为 'label' 的列：请选择含标签的列。</translation>
    </message>
    <message>
      <source>{0} holds no text</source>
      <translation>{0} 不含文本</translation>
    </message>
    <message>
      <source>the label {0} is longer than {1} characters</source>
      <translation>标签 {0} 超过 {1} 个字符</translation>
    </message>
    <message>
      <source>no label</source>
      <translation>没有标签</translation>
    </message>
    <message>
      <source>no text</source>
      <translation>没有文本</translation>
    </message>
    <message>
      <source>no passage</source>
      <translation>没有段落</translation>
    </message>
    <message>
      <source>a text of {0} characters, where {1} are the most</source>
      <translation>文本有 {0} 个字符，最多为 {1} 个</translation>
    </message>
    <message>
      <source>the answer {0} isn't in the passage</source>
      <translation>答案 {0} 不在段落中</translation>
    </message>
    <message>
      <source>Only the matched dev part is measured: for the other one, choose dev_mismatched.tsv as the dev file.</source>
      <translation>只评测 matched 的验证部分：要评测另一部分，请将 dev_mismatched.tsv 选为 dev 文件。</translation>
    </message>
    <message>
      <source>GLUE has no task {0}: choose one of {1}.</source>
      <translation>GLUE 没有任务 {0}：请从 {1} 中选择。</translation>
    </message>
    <message>
      <source>{0} has no row that can be used: choose another file.</source>
      <translation>{0} 中没有可用的行：请选择其他文件。</translation>
    </message>
    <message>
      <source>{0} has {1} different labels in {2}, such as {3}: is {4} the column of labels? Choose another, or regression if they are numbers.</source>
      <translation>{0} 在 {2} 中有 {1} 个不同的标签，例如 {3}：{4} 是标签列吗？请选择其他列；若标签是数字，请选择回归。</translation>
    </message>
    <message>
      <source>The labels of {0} are {1}, and none of them is one of the classes {2}: choose data of these classes, or another column.</source>
      <translation>{0} 的标签为 {1}，其中没有一个属于类别 {2}：请选择具有这些类别的数据，或其他列。</translation>
    </message>
    <message>
      <source>the label {0} is none of {1}</source>
      <translation>标签 {0} 不属于 {1}</translation>
    </message>
    <message>
      <source>No label of {0} is a number, such as {1}: choose classification, or the column of the numbers.</source>
      <translation>{0} 的标签都不是数字，例如 {1}：请选择分类，或含数字的列。</translation>
    </message>
    <message>
      <source>the label {0} is no number from {1} to {2}</source>
      <translation>标签 {0} 不是 {1} 到 {2} 之间的数</translation>
    </message>
    <message>
      <source>the label {0} is no number</source>
      <translation>标签 {0} 不是数字</translation>
    </message>
    <message>
      <source>All labels of {0} are {1}: choose data with at least two different ones.</source>
      <translation>{0} 的所有标签都是 {1}：请选择至少有两个不同标签的数据。</translation>
    </message>
    <message>
      <source>Training examples that are held out to measure on: {0}.</source>
      <translation>留出用于评测的训练样本：{0}。</translation>
    </message>
    <message>
      <source>{0} is a {1}: choose that, or no task of GLUE.</source>
      <translation>{0} 属于{1}：请选择该类型，或不选 GLUE 任务。</translation>
    </message>
    <message>
      <source>{0} has too few examples to hold some out and keep one of each class: add more, or choose a dev file.</source>
      <translation>{0} 的样本太少，无法留出一部分且每个类别仍保留一个：请添加样本，或选择 dev 文件。</translation>
    </message>
    <message>
      <source>Dev examples that are in the training data too: {0} of {1}.</source>
      <translation>同时出现在训练数据中的验证样本：{1} 个中有 {0} 个。</translation>
    </message>
    <message>
      <source>The test part has no labels: it can be answered, but not measured.</source>
      <translation>测试部分没有标签：可以回答，但无法评测。</translation>
    </message>
    <message>
      <source>a .tsv, .csv or .jsonl file, or a .json file as SQuAD's</source>
      <translation>.tsv、.csv 或 .jsonl 文件，或与 SQuAD 相同格式的 .json 文件</translation>
    </message>
    <message>
      <source>There is no file {0}: choose {1}.</source>
      <translation>文件 {0} 不存在：请选择{1}。</translation>
    </message>
    <message>
      <source>{0} can't hold labelled data: choose {1}.</source>
      <translation>{0} 不能存放有标签数据：请选择{1}。</translation>
    </message>
    <message>
      <source>There is no labelled data: choose {0}.</source>
      <translation>没有有标签数据：请选择{0}。</translation>
    </message>
    <message>
      <source>There is no labelled data {0}: choose {1}, a .tsv, .csv or .jsonl file, or a .json file as SQuAD's, or a folder of such files.</source>
      <translation>没有有标签数据 {0}：请选择 {1}、.tsv、.csv 或 .jsonl 文件、与 SQuAD 相同格式的 .json 文件，或包含这类文件的文件夹。</translation>
    </message>
    <message>
      <source>There is no training data in {0}: choose a folder with a file train.tsv, .csv, .jsonl or .json in it, or a file itself.</source>
      <translation>{0} 中没有训练数据：请选择包含 train.tsv、.csv、.jsonl 或 .json 文件的文件夹，或直接选择文件。</translation>
    </message>
    <message>
      <source>{0} has both {1} and {2}: choose one of the files.</source>
      <translation>{0} 同时有 {1} 和 {2}：请选择其中一个文件。</translation>
    </message>
    <message>
      <source>{0}, line {1}: {2}</source>
      <translation>{0}，第 {1} 行：{2}</translation>
    </message>
    <message>
      <source>{0} more rows can't be read.</source>
      <translation>还有 {0} 行无法读取。</translation>
    </message>
    <message>
      <source>Malformed rows that are left out: {0}.</source>
      <translation>被略去的格式错误的行：{0}。</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>以及另外 {0} 个</translation>
    </message>
    <message>
      <source>{0} can't be read. {1}. Correct them, or choose to skip malformed rows.</source>
      <translation>无法读取 {0}。{1}。请更正，或选择跳过格式错误的行。</translation>
    </message>
    <message>
      <source>1 row</source>
      <translation>1 行</translation>
    </message>
    <message>
      <source>{0} rows</source>
      <translation>{0} 行</translation>
    </message>
    <message>
      <source>{0} has no label to learn from: give it one or leave it out.</source>
      <translation>{0} 没有可学习的标签：请补上标签或略去该行。</translation>
    </message>
    <message>
      <source>{0} is for question answering, as all {1} files: choose that kind, or a .tsv, .csv or .jsonl file for {2}.</source>
      <translation>{0} 用于问答，所有 {1} 文件都是如此：请选择该类型，或为{2}选择 .tsv、.csv 或 .jsonl 文件。</translation>
    </message>
    <message>
      <source>{0} is no question answering data as SQuAD's: choose one that is, or a .tsv, .csv or .jsonl file.</source>
      <translation>{0} 不是与 SQuAD 相同格式的问答数据：请选择符合的文件，或 .tsv、.csv、.jsonl 文件。</translation>
    </message>
    <message>
      <source>passage {0}</source>
      <translation>段落 {0}</translation>
    </message>
    <message>
      <source>no text in 'context' or no list in 'qas'</source>
      <translation>'context' 中没有文本，或 'qas' 中没有列表</translation>
    </message>
    <message>
      <source>passage {0}, question {1}</source>
      <translation>段落 {0}，问题 {1}</translation>
    </message>
    <message>
      <source>no question with an id and answers</source>
      <translation>没有带 id 和答案的问题</translation>
    </message>
    <message>
      <source>{0} of passage {1}</source>
      <translation>段落 {1} 的第 {0} 个</translation>
    </message>
    <message>
      <source>question {0}</source>
      <translation>问题 {0}</translation>
    </message>
    <message>
      <source>{0} characters, where {1} are the most</source>
      <translation>{0} 个字符，最多为 {1} 个</translation>
    </message>
    <message>
      <source>longer than {0} characters</source>
      <translation>超过 {0} 个字符</translation>
    </message>
    <message>
      <source>no answers</source>
      <translation>没有答案</translation>
    </message>
    <message>
      <source>the answer {0} isn't in the passage at its answer_start</source>
      <translation>答案 {0} 不在段落的 answer_start 处</translation>
    </message>
    <message>
      <source>{0} has no column {1}, but {2}: choose of these.</source>
      <translation>{0} 没有列 {1}，只有 {2}：请从中选择。</translation>
    </message>
    <message>
      <source>{0} has {1} columns called {2}: give each a name of its own.</source>
      <translation>{0} 有 {1} 个名为 {2} 的列：请给它们不同的名称。</translation>
    </message>
    <message>
      <source>{0} has the columns {1}: choose the one that holds the sentence, or columns by number if there is no header.</source>
      <translation>{0} 的列为 {1}：请选择含句子的列；若没有表头，请按编号选择列。</translation>
    </message>
    <message>
      <source>{0} has {1} columns and no header: choose those of the sentence and of the label by number, 1 to {2}.</source>
      <translation>{0} 有 {1} 列且没有表头：请按编号选择句子列和标签列，1 到 {2}。</translation>
    </message>
    <message>
      <source>{0} is empty: choose a file with labelled rows.</source>
      <translation>{0} 是空的：请选择含有标签行的文件。</translation>
    </message>
    <message>
      <source>a quote that is not closed as it should be</source>
      <translation>引号没有正确闭合</translation>
    </message>
    <message>
      <source>no JSON object, but {0}</source>
      <translation>不是 JSON 对象，而是 {0}</translation>
    </message>
    <message>
      <source>1 field instead of {0} as in the first row</source>
      <translation>有 1 个字段，而第一行有 {0} 个</translation>
    </message>
    <message>
      <source>{0} fields instead of {1} as in the first row</source>
      <translation>有 {0} 个字段，而第一行有 {1} 个</translation>
    </message>
    <message>
      <source>A question and a passage need at least {0} tokens: raise the length.</source>
      <translation>问题和段落至少需要 {0} 个词元：请增大长度。</translation>
    </message>
    <message>
      <source>The windows of a passage stand still: set a stride of at least 1.</source>
      <translation>段落的窗口没有移动：请将步幅设为至少 1。</translation>
    </message>
    <message>
      <source>The vocabulary holds a piece twice: check vocab.txt.</source>
      <translation>词表中有重复的词元：请检查 vocab.txt。</translation>
    </message>
    <message>
      <source>The vocabulary lacks {0}: is it BERT's vocab.txt?</source>
      <translation>词表缺少 {0}：它是 BERT 的 vocab.txt 吗？</translation>
    </message>
    <message>
      <source>{0} in {1} is damaged: copy it again.</source>
      <translation>{1} 中的 {0} 已损坏：请重新复制。</translation>
    </message>
    <message>
      <source>{0} in {1} can't be read as UTF-8 text: copy it again.</source>
      <translation>{1} 中的 {0} 无法按 UTF-8 文本读取：请重新复制。</translation>
    </message>
    <message>
      <source>There is no vocab.txt in {0}: choose a BERT folder that has one.</source>
      <translation>{0} 中没有 vocab.txt：请选择含有它的 BERT 文件夹。</translation>
    </message>
    <message>
      <source>A vocabulary needs at least {0} pieces: ask for more.</source>
      <translation>词表至少需要 {0} 个词元：请增加数量。</translation>
    </message>
    <message>
      <source>The vocabulary can't be written to {0}: choose a folder that can be written to.</source>
      <translation>无法将词表写入 {0}：请选择可写入的文件夹。</translation>
    </message>
    <message>
      <source>There is no word “{0}” in the pair: take one that is written there.</source>
      <translation>句对中没有词“{0}”：请选用其中写有的词。</translation>
    </message>
    <message>
      <source>The run plays: pause it, then ask for its next step.</source>
      <translation>正在训练：请先暂停，再执行下一步。</translation>
    </message>
    <message>
      <source>The run ended before its step was told: ask for another one.</source>
      <translation>运行在讲解这一步之前已结束：请再执行一步。</translation>
    </message>
    <message>
      <source>This can't be passed to the engine: {0}.</source>
      <translation>无法传给引擎：{0}。</translation>
    </message>
    <message>
      <source>An answer of {0} MiB is too long: use a shorter pair.</source>
      <translation>{0} MiB 的回答过长：请使用更短的句对。</translation>
    </message>
    <message>
      <source>A message between window and engine is damaged ({0}).</source>
      <translation>窗口与引擎之间的消息已损坏（{0}）。</translation>
    </message>
    <message>
      <source>The stream between window and engine is damaged: restart the engine.</source>
      <translation>窗口与引擎之间的数据流已损坏：请重新启动引擎。</translation>
    </message>
    <message>
      <source>There is no run in {0}: it may have been deleted. List the runs again.</source>
      <translation>{0} 中没有运行：可能已被删除。请重新列出运行。</translation>
    </message>
    <message>
      <source>Another program is training this run: end it there, then delete the run.</source>
      <translation>另一个程序正在训练该运行：请在那里结束，再删除该运行。</translation>
    </message>
    <message>
      <source>{0} can't be moved to the bin ({1}): delete the folder by hand.</source>
      <translation>无法将 {0} 移入回收站（{1}）：请手动删除该文件夹。</translation>
    </message>
    <message>
      <source>A run is at hand: reset it, then measure what pre-training is worth.</source>
      <translation>有一个运行处于打开状态：请先重置，再测量预训练的价值。</translation>
    </message>
    <message>
      <source>It is being measured already: stop that first.</source>
      <translation>已在测量：请先停止。</translation>
    </message>
    <message>
      <source>This run is at hand: begin or open another one, then delete it.</source>
      <translation>这个运行处于打开状态：请先开始或打开其他运行，再删除它。</translation>
    </message>
    <message>
      <source>The run's model is not built yet: wait a moment.</source>
      <translation>运行的模型尚未构建：请稍候。</translation>
    </message>
    <message>
      <source>Only a run at hand has a next step: start one, or take this one up.</source>
      <translation>只有打开的运行才有下一步：请开始一次运行，或继续这次运行。</translation>
    </message>
    <message>
      <source>There is no run to steer: press play to start one.</source>
      <translation>没有可控制的运行：请按“开始”启动一次运行。</translation>
    </message>
    <message>
      <source>Drawing examples</source>
      <translation>正在抽取样本</translation>
    </message>
    <message>
      <source>There is not enough memory for this: shorten a sentence or choose a smaller model, and for training set fewer pairs a micro-batch.</source>
      <translation>内存不足：请缩短句子或选择更小的模型；训练时请减少每个微批的句对数。</translation>
    </message>
    <message>
      <source>The device no longer answers ({0}): go on from the last checkpoint, and if it happens again, train on another device or start the computer anew.</source>
      <translation>设备不再响应（{0}）：请从最后一个检查点继续；若再次发生，请在其他设备上训练，或重新启动计算机。</translation>
    </message>
    <message>
      <source>The engine came upon something unexpected ({0}): see Help › Engine log, and try again.</source>
      <translation>引擎遇到意外情况（{0}）：请查看“帮助 › 引擎日志”，然后重试。</translation>
    </message>
    <message>
      <source>The folder of this run is gone: {0}.</source>
      <translation>该运行的文件夹已不存在：{0}。</translation>
    </message>
    <message>
      <source>mask</source>
      <translation>掩盖</translation>
    </message>
    <message>
      <source>random</source>
      <translation>随机</translation>
    </message>
    <message>
      <source>keep</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>token</source>
      <translation>词元</translation>
    </message>
    <message>
      <source>whole word</source>
      <translation>整词</translation>
    </message>
    <message>
      <source>span</source>
      <translation>跨度</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>准确率</translation>
    </message>
    <message>
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <source>Matthews</source>
      <translation>Matthews</translation>
    </message>
    <message>
      <source>Pearson</source>
      <translation>Pearson</translation>
    </message>
    <message>
      <source>Spearman</source>
      <translation>Spearman</translation>
    </message>
    <message>
      <source>exact match</source>
      <translation>精确匹配</translation>
    </message>
    <message>
      <source>answer F1</source>
      <translation>答案 F1</translation>
    </message>
    <message>
      <source>pre-trained weights</source>
      <translation>预训练权重</translation>
    </message>
    <message>
      <source>random weights</source>
      <translation>随机权重</translation>
    </message>
    <message>
      <source>classification</source>
      <translation>分类</translation>
    </message>
    <message>
      <source>regression</source>
      <translation>回归</translation>
    </message>
    <message>
      <source>qa</source>
      <translation>问答</translation>
    </message>
    <message>
      <source>started</source>
      <translation>开始</translation>
    </message>
    <message>
      <source>resumed</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>已暂停</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>更改</translation>
    </message>
    <message>
      <source>checkpoint</source>
      <translation>检查点</translation>
    </message>
    <message>
      <source>not finite</source>
      <translation>数值非有限</translation>
    </message>
    <message>
      <source>noted</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>均值</translation>
    </message>
    <message>
      <source>masked LM loss</source>
      <translation>掩码语言模型损失</translation>
    </message>
    <message>
      <source>next sentence loss</source>
      <translation>下一句预测损失</translation>
    </message>
    <message>
      <source>total loss</source>
      <translation>总损失</translation>
    </message>
  </context>
</TS>
