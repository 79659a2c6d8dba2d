<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
  <context>
    <name>window</name>
    <message>
      <source>Step {gone:,} is not kept any more: step {near:,} is shown.</source>
      <translation>Schritt {gone:,} ist nicht mehr aufbewahrt: Gezeigt wird Schritt {near:,}.</translation>
    </message>
    <message>
      <source>Step {gone:,} is not kept any more: B is step {near:,}.</source>
      <translation>Schritt {gone:,} ist nicht mehr aufbewahrt: B ist Schritt {near:,}.</translation>
    </message>
    <message>
      <source>{of} on {host}:</source>
      <translation>{of} auf {host}:</translation>
    </message>
    <message>
      <source>File</source>
      <translation>Datei</translation>
    </message>
    <message>
      <source>layers down, heads across</source>
      <translation>Schichten abwärts, Köpfe quer</translation>
    </message>
    <message>
      <source>layers down, heads across · B − A of the greatest of each block of tokens</source>
      <translation>Schichten abwärts, Köpfe quer · B − A des größten Gewichts je Token-Block</translation>
    </message>
    <message>
      <source>B − A of the greatest of each block</source>
      <translation>B − A des größten Gewichts je Block</translation>
    </message>
    <message>
      <source>B − A, blocks</source>
      <translation>B − A, Blöcke</translation>
    </message>
    <message>
      <source>query down, key across</source>
      <translation>Query abwärts, Key quer</translation>
    </message>
    <message>
      <source>Attention: layer by head</source>
      <translation>Attention nach Schicht und Kopf</translation>
    </message>
    <message>
      <source>No token of this pair is on that side: choose another filter.</source>
      <translation>Kein Token dieses Paars ist auf dieser Seite: einen anderen Filter wählen.</translation>
    </message>
    <message>
      <source>layer {layer} · head {head}</source>
      <translation>Schicht {layer} · Kopf {head}</translation>
    </message>
    <message>
      <source>{changes} %-points</source>
      <translation>{changes} %-Punkte</translation>
    </message>
    <message>
      <source>A line from a query to each key that it looks at; the stronger, the greater the weight softmax(q·k/√d).</source>
      <translation>Eine Linie von einer Query zu jedem Key, auf den sie schaut; je kräftiger, desto größer das Gewicht softmax(q·k/√d).</translation>
    </message>
    <message>
      <source>A row a query, a column a key: each row is softmax(q·k/√d) over the keys and sums to one. Several heads are shown as their mean.</source>
      <translation>Eine Zeile je Query, eine Spalte je Key: Jede Zeile ist softmax(q·k/√d) über die Keys und summiert sich zu eins. Mehrere Köpfe werden als Mittelwert gezeigt.</translation>
    </message>
    <message>
      <source>Attention from the tokens of one sentence to those of another alone; the weights stay as they are.</source>
      <translation>Nur die Attention von den Tokens eines Satzes zu denen eines anderen; die Gewichte bleiben, wie sie sind.</translation>
    </message>
    <message>
      <source>Show [CLS] and [SEP] too: many heads rest on them. Hidden weights are not redistributed.</source>
      <translation>Auch [CLS] und [SEP] zeigen: Viele Köpfe ruhen auf ihnen. Ausgeblendete Gewichte werden nicht umverteilt.</translation>
    </message>
    <message>
      <source>Show the mean of the shown heads' weights instead of each head in its own colour.</source>
      <translation>Den Mittelwert der Gewichte der gezeigten Köpfe zeigen statt jeden Kopf in eigener Farbe.</translation>
    </message>
    <message>
      <source>Show all heads of the layer, each in its own colour: multi-head attention reads the pair in all these ways at once.</source>
      <translation>Alle Köpfe der Schicht zeigen, jeden in eigener Farbe: Multi-Head-Attention liest das Paar auf all diese Weisen zugleich.</translation>
    </message>
    <message>
      <source>Attention as lines</source>
      <translation>Attention als Linien</translation>
    </message>
    <message>
      <source>Attention as a matrix</source>
      <translation>Attention als Matrix</translation>
    </message>
    <message>
      <source>Attention from which sentence to which</source>
      <translation>Attention von welchem Satz zu welchem</translation>
    </message>
    <message>
      <source>Show [CLS] and [SEP]</source>
      <translation>[CLS] und [SEP] zeigen</translation>
    </message>
    <message>
      <source>Show the mean of the heads</source>
      <translation>Den Mittelwert der Köpfe zeigen</translation>
    </message>
    <message>
      <source>Show all heads of the layer</source>
      <translation>Alle Köpfe der Schicht zeigen</translation>
    </message>
    <message>
      <source>Show all heads</source>
      <translation>Alle Köpfe zeigen</translation>
    </message>
    <message>
      <source>lines</source>
      <translation>Linien</translation>
    </message>
    <message>
      <source>matrix</source>
      <translation>Matrix</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <source>all heads</source>
      <translation>alle Köpfe</translation>
    </message>
    <message>
      <source>Show attention as lines</source>
      <translation>Attention als Linien zeigen</translation>
    </message>
    <message>
      <source>Show attention as a matrix</source>
      <translation>Attention als Matrix zeigen</translation>
    </message>
    <message>
      <source>Filter attention</source>
      <translation>Attention filtern</translation>
    </message>
    <message>
      <source>Show the mean of heads</source>
      <translation>Mittelwert der Köpfe zeigen</translation>
    </message>
    <message>
      <source>{quarters} · to/from {specials} %</source>
      <translation>{quarters} · zu/von {specials} %</translation>
    </message>
    <message>
      <source>q·k = {dot} · / {root} = {score} · softmax over {keys} keys → {weight}</source>
      <translation>q·k = {dot} · / {root} = {score} · softmax über {keys} Keys → {weight}</translation>
    </message>
    <message>
      <source>Look closely at a pair</source>
      <translation>Ein Paar genauer ansehen</translation>
    </message>
    <message>
      <source>{query} → {key} · head {head}</source>
      <translation>{query} → {key} · Kopf {head}</translation>
    </message>
    <message>
      <source>{link}, the first of {count} shown</source>
      <translation>{link}, der erste von {count} gezeigten</translation>
    </message>
    <message>
      <source>q·k / √{root} with every key</source>
      <translation>q·k / √{root} mit jedem Key</translation>
    </message>
    <message>
      <source>after softmax: {token} wins with {weight:.3f}</source>
      <translation>nach softmax: {token} gewinnt mit {weight:.3f}</translation>
    </message>
    <message>
      <source>Waiting for the engine: here stands which token looks at which.</source>
      <translation>Warten auf die Engine: Hier steht, welches Token auf welches schaut.</translation>
    </message>
    <message>
      <source>special</source>
      <translation>spezial</translation>
    </message>
    <message>
      <source>head {head}</source>
      <translation>Kopf {head}</translation>
    </message>
    <message>
      <source>{token} ({position}) looks most at: {others}</source>
      <translation>{token} ({position}) schaut am meisten auf: {others}</translation>
    </message>
    <message>
      <source>{token} ({position}) is looked at most by: {others}</source>
      <translation>{token} ({position}) wird am meisten beachtet von: {others}</translation>
    </message>
    <message>
      <source>{token} ({position}) changed most to: {others}</source>
      <translation>{token} ({position}) änderte sich am meisten zu: {others}</translation>
    </message>
    <message>
      <source>{token} ({position}) changed most from: {others}</source>
      <translation>{token} ({position}) änderte sich am meisten von: {others}</translation>
    </message>
    <message>
      <source>mean of heads {heads}</source>
      <translation>Mittel der Köpfe {heads}</translation>
    </message>
    <message>
      <source>heads {heads}</source>
      <translation>Köpfe {heads}</translation>
    </message>
    <message>
      <source>{side} · layer {layer} · {heads}</source>
      <translation>{side} · Schicht {layer} · {heads}</translation>
    </message>
    <message>
      <source>Layer {layer} · {heads}</source>
      <translation>Schicht {layer} · {heads}</translation>
    </message>
    <message>
      <source>{query} → {key}: {weight} (layer {layer}, {heads})</source>
      <translation>{query} → {key}: {weight} (Schicht {layer}, {heads})</translation>
    </message>
    <message>
      <source>{told} on the mean</source>
      <translation>{told} im Mittel</translation>
    </message>
    <message>
      <source>Click a head to see it alone, Ctrl+click to see it beside others. By keyboard: arrows choose, Ctrl+arrows move, Space shows or hides, A shows all; Page Up and Down move between tokens, Q and K take one as query or as key, Escape ends the close look.</source>
      <translation>Klick auf einen Kopf zeigt ihn allein, Strg+Klick neben anderen. Mit der Tastatur: Pfeile wählen, Strg+Pfeile bewegen, Leertaste zeigt oder verbirgt, A zeigt alle; Bild auf und Bild ab gehen von Token zu Token, Q und K nehmen eines als Query oder als Key, Esc beendet den genauen Blick.</translation>
    </message>
    <message>
      <source>The pair is long: a thumbnail is the difference of the greatest weight of each block of neighbours in A and in B.</source>
      <translation>Das Paar ist lang: Eine Miniatur zeigt die Differenz des größten Gewichts jedes Blocks von Nachbarn in A und in B.</translation>
    </message>
    <message>
      <source>B − A of the weights, on one scale about zero. A solid orange line is a weight that is greater in B, a dashed purple one is less there.</source>
      <translation>B − A der Gewichte, auf einer Skala um null. Eine durchgezogene orange Linie ist ein Gewicht, das in B größer ist, eine gestrichelte violette eines, das dort kleiner ist.</translation>
    </message>
    <message>
      <source>Each head turns a token's query q and every token's key k into weights, softmax(q·k/√d): how much the token takes over from each of the others. Rows are layers, columns are heads.</source>
      <translation>Jeder Kopf macht aus der Query q eines Tokens und dem Key k jedes Tokens Gewichte, softmax(q·k/√d): wie viel das Token von jedem anderen übernimmt. Zeilen sind Schichten, Spalten sind Köpfe.</translation>
    </message>
    <message>
      <source>Click to see how the weight comes from query and key.</source>
      <translation>Klick zeigt, wie das Gewicht aus Query und Key entsteht.</translation>
    </message>
    <message>
      <source>Colours end at ±{limit:g}.</source>
      <translation>Die Farben enden bei ±{limit:g}.</translation>
    </message>
    <message>
      <source>lines from {share:.0f} %: {count:,} of {total:,}</source>
      <translation>Linien ab {share:.0f} %: {count:,} von {total:,}</translation>
    </message>
    <message>
      <source>no weight reaches {share:.0f} %</source>
      <translation>kein Gewicht erreicht {share:.0f} %</translation>
    </message>
    <message>
      <source>changes from ±{least:g}: {count:,} of {total:,}</source>
      <translation>Änderungen ab ±{least:g}: {count:,} von {total:,}</translation>
    </message>
    <message>
      <source>no weight changed by {least:g}</source>
      <translation>kein Gewicht änderte sich um {least:g}</translation>
    </message>
    <message>
      <source>weights as they are: hidden ones are not redistributed</source>
      <translation>Gewichte unverändert: ausgeblendete werden nicht umverteilt</translation>
    </message>
    <message>
      <source>{side} · layer {layer} · heads</source>
      <translation>{side} · Schicht {layer} · Köpfe</translation>
    </message>
    <message>
      <source>Layer {layer} · heads</source>
      <translation>Schicht {layer} · Köpfe</translation>
    </message>
    <message>
      <source>fell</source>
      <translation>gefallen</translation>
    </message>
    <message>
      <source>grew</source>
      <translation>gewachsen</translation>
    </message>
    <message>
      <source>The way on</source>
      <translation>Der Weg weiter</translation>
    </message>
    <message>
      <source>Dismiss</source>
      <translation>Ausblenden</translation>
    </message>
    <message>
      <source>{hours} h {minutes} min left</source>
      <translation>noch {hours} h {minutes} min</translation>
    </message>
    <message>
      <source>{seconds} s left</source>
      <translation>noch {seconds} s</translation>
    </message>
    <message>
      <source>{minutes} min left</source>
      <translation>noch {minutes} min</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>Abbrechen</translation>
    </message>
    <message>
      <source>Cancel: {words}</source>
      <translation>Abbrechen: {words}</translation>
    </message>
    <message>
      <source>{name}: choose a name that ends in .png or .svg.</source>
      <translation>{name}: Bitte einen Namen wählen, der auf .png oder .svg endet.</translation>
    </message>
    <message>
      <source>{path} can't be written ({error}): choose another place.</source>
      <translation>{path} lässt sich nicht schreiben ({error}): bitte einen anderen Ort wählen.</translation>
    </message>
    <message>
      <source>exit code {code}</source>
      <translation>Exit-Code {code}</translation>
    </message>
    <message>
      <source>norm {norm}</source>
      <translation>Norm {norm}</translation>
    </message>
    <message>
      <source>cosine to {layer} {cosine}</source>
      <translation>Kosinus zu {layer} {cosine}</translation>
    </message>
    <message>
      <source>bar: 1 − cosine to the layer before</source>
      <translation>Balken: 1 − Kosinus zur Schicht davor</translation>
    </message>
    <message>
      <source>bars: 1 − cosine to the layer before, A above B</source>
      <translation>Balken: 1 − Kosinus zur Schicht davor, A über B</translation>
    </message>
    <message>
      <source>How much each layer changes the states: 1 − cos(h_l, h_(l−1)), on the mean of all tokens, or of the one that is lit. Rightwards is more; A is solid, B is dashed.</source>
      <translation>Wie stark jede Schicht die Zustände ändert: 1 − cos(h_l, h_(l−1)), im Mittel über alle Tokens oder für das hervorgehobene. Nach rechts ist mehr; A ist durchgezogen, B gestrichelt.</translation>
    </message>
    <message>
      <source>1 − cos, 0 to {end:.2f}</source>
      <translation>1 − cos, 0 bis {end:.2f}</translation>
    </message>
    <message>
      <source>to {end:.2f}</source>
      <translation>bis {end:.2f}</translation>
    </message>
    <message>
      <source>Waiting for the engine: here stands each token's vector after every layer.</source>
      <translation>Warten auf die Engine: Hier steht der Vektor jedes Tokens nach jeder Schicht.</translation>
    </message>
    <message>
      <source>Every layer reads the states of all tokens and writes new ones: h_l = Layer_l(h_(l−1)), h_0 the sum after LayerNorm. Below each strip stands how much the layer changed it: 1 − cos(h_l, h_(l−1)). A click opens the vector.</source>
      <translation>Jede Schicht liest die Zustände aller Tokens und schreibt neue: h_l = Layer_l(h_(l−1)), h_0 ist die Summe nach LayerNorm. Unter jedem Streifen steht, wie stark die Schicht ihn geändert hat: 1 − cos(h_l, h_(l−1)). Ein Klick öffnet den Vektor.</translation>
    </message>
    <message>
      <source>Hidden states of every layer</source>
      <translation>Hidden States jeder Schicht</translation>
    </message>
    <message>
      <source>Tokens by layer</source>
      <translation>Tokens je Schicht</translation>
    </message>
    <message>
      <source>Vocabulary</source>
      <translation>Vokabular</translation>
    </message>
    <message>
      <source>PCA</source>
      <translation>PCA</translation>
    </message>
    <message>
      <source>PCA of directions</source>
      <translation>PCA der Richtungen</translation>
    </message>
    <message>
      <source>What the map shows</source>
      <translation>Was die Karte zeigt</translation>
    </message>
    <message>
      <source>The pair's tokens on their way through the layers, or all token embeddings</source>
      <translation>Die Tokens des Paars auf ihrem Weg durch die Schichten oder alle Token-Embeddings</translation>
    </message>
    <message>
      <source>Projection of the map</source>
      <translation>Projektion der Karte</translation>
    </message>
    <message>
      <source>PCA of the hidden states h, or of their directions h / |h|, where norms don't count</source>
      <translation>PCA der Hidden States h oder ihrer Richtungen h / |h|, bei denen die Norm nicht zählt</translation>
    </message>
    <message>
      <source>Search the vocabulary</source>
      <translation>Das Vokabular durchsuchen</translation>
    </message>
    <message>
      <source>begins with …</source>
      <translation>beginnt mit …</translation>
    </message>
    <message>
      <source>Marks the entries of the vocabulary that begin so; ## is a piece</source>
      <translation>Markiert die Einträge des Vokabulars, die so beginnen; ## ist ein Stück</translation>
    </message>
    <message>
      <source>Choose the projection</source>
      <translation>Projektion wählen</translation>
    </message>
    <message>
      <source>Search the map</source>
      <translation>Karte durchsuchen</translation>
    </message>
    <message>
      <source>Clear the search</source>
      <translation>Suche leeren</translation>
    </message>
    <message>
      <source>Choose the map</source>
      <translation>Karte wählen</translation>
    </message>
    <message>
      <source>PC 1 &amp; 2, turned</source>
      <translation>PC 1 &amp; 2, gedreht</translation>
    </message>
    <message>
      <source>{share:.0f} % of the variance</source>
      <translation>{share:.0f} % der Varianz</translation>
    </message>
    <message>
      <source>sentence {name}</source>
      <translation>Satz {name}</translation>
    </message>
    <message>
      <source>chosen</source>
      <translation>gewählt</translation>
    </message>
    <message>
      <source>Waiting for the engine: here goes each token's way through the layers.</source>
      <translation>Warten auf die Engine: Hier verläuft der Weg jedes Tokens durch die Schichten.</translation>
    </message>
    <message>
      <source>Waiting for the engine: here stands every token of the vocabulary.</source>
      <translation>Warten auf die Engine: Hier steht jedes Token des Vokabulars.</translation>
    </message>
    <message>
      <source>The two directions along which the vectors differ most (PCA): point = (u₁·(h − mean), u₂·(h − mean)). A line follows a token from the input to the last layer; the axes say what share of the variance they show. Wheel and drag look closer.</source>
      <translation>Die zwei Richtungen, in denen sich die Vektoren am meisten unterscheiden (PCA): Punkt = (u₁·(h − Mittel), u₂·(h − Mittel)). Eine Linie folgt einem Token von der Eingabe zur letzten Schicht; die Achsen sagen, welchen Anteil der Varianz sie zeigen. Mausrad und Ziehen holen näher heran.</translation>
    </message>
    <message>
      <source>Map of tokens and of the vocabulary</source>
      <translation>Karte der Tokens und des Vokabulars</translation>
    </message>
    <message>
      <source>Look closer at the map</source>
      <translation>Karte näher ansehen</translation>
    </message>
    <message>
      <source>model {name}</source>
      <translation>Modell {name}</translation>
    </message>
    <message>
      <source>input → layer {layer}</source>
      <translation>Eingabe → Schicht {layer}</translation>
    </message>
    <message>
      <source>share of the sum {sum}</source>
      <translation>Anteil an der Summe {sum}</translation>
    </message>
    <message>
      <source>{count} values</source>
      <translation>{count} Werte</translation>
    </message>
    <message>
      <source>cosine to the tokens</source>
      <translation>Kosinus zu den Tokens</translation>
    </message>
    <message>
      <source>nearest in the vocabulary</source>
      <translation>nächste im Vokabular</translation>
    </message>
    <message>
      <source>token</source>
      <translation>Token</translation>
    </message>
    <message>
      <source>segment</source>
      <translation>Segment</translation>
    </message>
    <message>
      <source>position</source>
      <translation>Position</translation>
    </message>
    <message>
      <source>sum</source>
      <translation>Summe</translation>
    </message>
    <message>
      <source>tok</source>
      <translation>Tok</translation>
    </message>
    <message>
      <source>seg</source>
      <translation>Seg</translation>
    </message>
    <message>
      <source>pos</source>
      <translation>Pos</translation>
    </message>
    <message>
      <source>position {position}</source>
      <translation>Position {position}</translation>
    </message>
    <message>
      <source>nearest</source>
      <translation>nächste</translation>
    </message>
    <message>
      <source>Every value of the vector, one bar a dimension. std is over the dimensions; norm = √(Σ value²). Left and Right go to the next token, Up and Down to the next row.</source>
      <translation>Jeder Wert des Vektors, ein Balken je Dimension. SD ist die Standardabweichung über die Dimensionen; Norm = √(Σ Wert²). Links und rechts gehen zum nächsten Token, auf und ab zur nächsten Zeile.</translation>
    </message>
    <message>
      <source>The same values, folded line by line as in the figure.</source>
      <translation>Dieselben Werte, Zeile für Zeile umbrochen wie in der Figur.</translation>
    </message>
    <message>
      <source>How much of the sum x each row contributes along it: share = ⟨e, x⟩ / ⟨x, x⟩. The three shares add up to 1; a row that points away from the sum has a negative one.</source>
      <translation>Wie viel jede Zeile zur Summe x in deren Richtung beiträgt: Anteil = ⟨e, x⟩ / ⟨x, x⟩. Die drei Anteile ergeben zusammen 1; eine Zeile, die von der Summe weg zeigt, hat einen negativen.</translation>
    </message>
    <message>
      <source>The cosine to the same row of every token of the pair, by position: cos = ⟨u, v⟩ / (|u| |v|). A click opens that token's vector.</source>
      <translation>Der Kosinus zur selben Zeile jedes Tokens des Paars, nach Position: cos = ⟨u, v⟩ / (|u| |v|). Ein Klick öffnet den Vektor dieses Tokens.</translation>
    </message>
    <message>
      <source>The entries of the vocabulary whose token embeddings have the greatest cosine to this one: cos = ⟨u, v⟩ / (|u| |v|).</source>
      <translation>Die Einträge des Vokabulars, deren Token-Embeddings den größten Kosinus zu diesem haben: cos = ⟨u, v⟩ / (|u| |v|).</translation>
    </message>
    <message>
      <source>A's values stand above B's on one scale; below them B − A on its own.</source>
      <translation>As Werte stehen über denen von B auf einer Skala; darunter B − A auf einer eigenen.</translation>
    </message>
    <message>
      <source>Shown is B − A, or A where there is no difference.</source>
      <translation>Gezeigt ist B − A, oder A, wo es keine Differenz gibt.</translation>
    </message>
    <message>
      <source>A's bar stands above B's.</source>
      <translation>As Balken steht über dem von B.</translation>
    </message>
    <message>
      <source>A's bars are full, B's pale in an outline.</source>
      <translation>As Balken sind gefüllt, Bs blass mit Umriss.</translation>
    </message>
    <message>
      <source>A's stand at the left, B's at the right.</source>
      <translation>Die von A stehen links, die von B rechts.</translation>
    </message>
    <message>
      <source>token {token} · segment {segment} · position {position}</source>
      <translation>Token {token} · Segment {segment} · Position {position}</translation>
    </message>
    <message>
      <source>the sum is zero</source>
      <translation>die Summe ist null</translation>
    </message>
    <message>
      <source>Click a strip in the figure: its numbers open here.</source>
      <translation>Einen Streifen der Figur anklicken: Seine Zahlen öffnen sich hier.</translation>
    </message>
    <message>
      <source>Waiting for the numbers of this vector.</source>
      <translation>Warten auf die Zahlen dieses Vektors.</translation>
    </message>
    <message>
      <source>One vector close up. The input of a token is the sum of three: x = E_token + E_segment + E_position; then LayerNorm, then a hidden state a layer.</source>
      <translation>Ein Vektor aus der Nähe. Die Eingabe eines Tokens ist die Summe von dreien: x = E_token + E_segment + E_position; dann LayerNorm, dann je Schicht ein Hidden State.</translation>
    </message>
    <message>
      <source>Vector: its values, measures and nearest tokens</source>
      <translation>Vektor: seine Werte, Maße und nächsten Tokens</translation>
    </message>
    <message>
      <source>these are A's alone</source>
      <translation>das sind nur die von A</translation>
    </message>
    <message>
      <source>{count:,} entries</source>
      <translation>{count:,} Einträge</translation>
    </message>
    <message>
      <source>{count:,} of {total:,} found</source>
      <translation>{count:,} von {total:,} gefunden</translation>
    </message>
    <message>
      <source>{token} · id {id}</source>
      <translation>{token} · ID {id}</translation>
    </message>
    <message>
      <source>dimension {dimension}: {values}</source>
      <translation>Dimension {dimension}: {values}</translation>
    </message>
    <message>
      <source>layer {layer}</source>
      <translation>Schicht {layer}</translation>
    </message>
    <message>
      <source>input</source>
      <translation>Eingabe</translation>
    </message>
    <message>
      <source>std</source>
      <translation>SD</translation>
    </message>
    <message>
      <source>norm</source>
      <translation>Norm</translation>
    </message>
    <message>
      <source>Command palette</source>
      <translation>Befehlspalette</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>Befehl suchen</translation>
    </message>
    <message>
      <source>What do you want to do?</source>
      <translation>Was soll geschehen?</translation>
    </message>
    <message>
      <source>Commands found</source>
      <translation>Gefundene Befehle</translation>
    </message>
    <message>
      <source>No command has these letters.</source>
      <translation>Kein Befehl hat diese Buchstaben.</translation>
    </message>
    <message>
      <source>the token before or after</source>
      <translation>das Token davor oder danach</translation>
    </message>
    <message>
      <source>Shift+← →</source>
      <translation>Umschalt+← →</translation>
    </message>
    <message>
      <source>a span of tokens</source>
      <translation>ein Span von Tokens</translation>
    </message>
    <message>
      <source>Home End</source>
      <translation>Pos1 Ende</translation>
    </message>
    <message>
      <source>the first or the last token</source>
      <translation>das erste oder letzte Token</translation>
    </message>
    <message>
      <source>make it [MASK]</source>
      <translation>zu [MASK] machen</translation>
    </message>
    <message>
      <source>make it a random token</source>
      <translation>zu einem zufälligen Token machen</translation>
    </message>
    <message>
      <source>choose it, but keep it</source>
      <translation>wählen, aber behalten</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>Entf</translation>
    </message>
    <message>
      <source>choose it no more</source>
      <translation>nicht mehr wählen</translation>
    </message>
    <message>
      <source>Enter</source>
      <translation>Eingabe</translation>
    </message>
    <message>
      <source>the next of the four, as a click does</source>
      <translation>das nächste der vier, wie ein Klick</translation>
    </message>
    <message>
      <source>Drag</source>
      <translation>Ziehen</translation>
    </message>
    <message>
      <source>over tokens: mask a span</source>
      <translation>über Tokens: einen Span maskieren</translation>
    </message>
    <message>
      <source>what the model says there</source>
      <translation>was das Modell dort sagt</translation>
    </message>
    <message>
      <source>open its vector, as a click on it does</source>
      <translation>seinen Vektor öffnen, wie ein Klick darauf</translation>
    </message>
    <message>
      <source>the vector above or below</source>
      <translation>der Vektor darüber oder darunter</translation>
    </message>
    <message>
      <source>one stage of the sum less or more</source>
      <translation>eine Stufe der Summe weniger oder mehr</translation>
    </message>
    <message>
      <source>ids and characters</source>
      <translation>IDs und Zeichen</translation>
    </message>
    <message>
      <source>Ctrl+wheel</source>
      <translation>Strg+Mausrad</translation>
    </message>
    <message>
      <source>narrower or wider columns</source>
      <translation>schmalere oder breitere Spalten</translation>
    </message>
    <message>
      <source>Esc</source>
      <translation>Esc</translation>
    </message>
    <message>
      <source>let go</source>
      <translation>loslassen</translation>
    </message>
    <message>
      <source>All keys</source>
      <translation>Alle Tasten</translation>
    </message>
    <message>
      <source>Keys</source>
      <translation>Tasten</translation>
    </message>
    <message>
      <source>Keys by menu</source>
      <translation>Tasten nach Menü</translation>
    </message>
    <message>
      <source>In the figure</source>
      <translation>In der Figur</translation>
    </message>
    <message>
      <source>B has another vocabulary ({b:,} pieces, A has {a:,}), so the same words are other ids there: pin a model with A's vocabulary, such as a run that began from it.</source>
      <translation>B hat ein anderes Vokabular ({b:,} Stücke, A hat {a:,}), also haben dieselben Wörter dort andere IDs: ein Modell mit dem Vokabular von A anheften, etwa einen Lauf, der von ihm ausging.</translation>
    </message>
    <message>
      <source>A is {a} wide and B {b}: vectors have no difference then. Look at A or at B.</source>
      <translation>A hat die Breite {a} und B {b}: Dann haben Vektoren keine Differenz. A oder B ansehen.</translation>
    </message>
    <message>
      <source>A has {layers} layers of {heads} heads and B {other_layers} of {other_heads}: no head of one is a head of the other. Look at A or at B.</source>
      <translation>A hat {layers} Schichten mit {heads} Köpfen und B {other_layers} mit {other_heads}: Kein Kopf des einen ist ein Kopf des anderen. A oder B ansehen.</translation>
    </message>
    <message>
      <source>classification</source>
      <translation>Klassifikation</translation>
    </message>
    <message>
      <source>a number</source>
      <translation>eine Zahl</translation>
    </message>
    <message>
      <source>answers to questions</source>
      <translation>Antworten auf Fragen</translation>
    </message>
    <message>
      <source>A and B answer differently, so each token counts for another thing in each. Look at A or at B.</source>
      <translation>A und B antworten verschieden, also zählt jedes Token in jedem für etwas anderes. A oder B ansehen.</translation>
    </message>
    <message>
      <source>{names} and {count} more</source>
      <translation>{names} und {count} weitere</translation>
    </message>
    <message>
      <source>B cuts words in another way (accents, capitals), so it reads other tokens: pin a model with A's vocabulary, such as a run that began from it.</source>
      <translation>B zerlegt Wörter anders (Akzente, Großbuchstaben) und liest deshalb andere Tokens: ein Modell mit dem Vokabular von A anheften, etwa einen Lauf, der von ihm ausging.</translation>
    </message>
    <message>
      <source>A has {a} layers and B {b}: their hidden states have no difference. Look at A or at B.</source>
      <translation>A hat {a} Schichten und B {b}: Ihre Hidden States haben keine Differenz. A oder B ansehen.</translation>
    </message>
    <message>
      <source>{one} has the heads of pre-training and answers nothing that {other} does. Look at A or at B.</source>
      <translation>{one} hat die Köpfe des Pre-Trainings und beantwortet nichts von dem, was {other} beantwortet. A oder B ansehen.</translation>
    </message>
    <message>
      <source>A was fine-tuned for {a} and B for {b}: what they say can't be compared. Look at A or at B.</source>
      <translation>A wurde feinabgestimmt für {a} und B für {b}: Was sie sagen, ist nicht vergleichbar. A oder B ansehen.</translation>
    </message>
    <message>
      <source>A tells {a} apart and B {b}: other classes can't be compared. Look at A or at B.</source>
      <translation>A unterscheidet {a} und B {b}: Verschiedene Klassen sind nicht vergleichbar. A oder B ansehen.</translation>
    </message>
    <message>
      <source>Every view shows A, the model that is looked at</source>
      <translation>Jede Ansicht zeigt A, das Modell, das betrachtet wird</translation>
    </message>
    <message>
      <source>Every view shows B, the pinned model</source>
      <translation>Jede Ansicht zeigt B, das angeheftete Modell</translation>
    </message>
    <message>
      <source>Words and bars of A and B stand side by side; what is colours shows B − A</source>
      <translation>Wörter und Balken von A und B stehen nebeneinander; wo Farben stehen, zeigen sie B − A</translation>
    </message>
    <message>
      <source>Show model A</source>
      <translation>Modell A zeigen</translation>
    </message>
    <message>
      <source>Show model B</source>
      <translation>Modell B zeigen</translation>
    </message>
    <message>
      <source>Show B minus A</source>
      <translation>B minus A zeigen</translation>
    </message>
    <message>
      <source>Unpin B: only A is looked at</source>
      <translation>B lösen: Nur A wird betrachtet</translation>
    </message>
    <message>
      <source>Compare no longer</source>
      <translation>Nicht mehr vergleichen</translation>
    </message>
    <message>
      <source>The model that is looked at</source>
      <translation>Das Modell, das betrachtet wird</translation>
    </message>
    <message>
      <source>The pinned model</source>
      <translation>Das angeheftete Modell</translation>
    </message>
    <message>
      <source>Compare</source>
      <translation>Vergleich</translation>
    </message>
    <message>
      <source>being read …</source>
      <translation>wird gelesen …</translation>
    </message>
    <message>
      <source>⚠ B isn't shown. {why}</source>
      <translation>⚠ B wird nicht gezeigt. {why}</translation>
    </message>
    <message>
      <source>Show A, B or B − A</source>
      <translation>A, B oder B − A zeigen</translation>
    </message>
    <message>
      <source>No model is looked at yet: wait until the engine has read one, then pin it.</source>
      <translation>Noch wird kein Modell betrachtet: warten, bis die Engine eines gelesen hat, dann anheften.</translation>
    </message>
    <message>
      <source>No step of this run is kept yet, so there is nothing to pin: train some steps, or raise the space for past weights.</source>
      <translation>Noch ist kein Schritt dieses Laufs aufbewahrt, also gibt es nichts anzuheften: einige Schritte trainieren oder den Platz für frühere Schritte erhöhen.</translation>
    </message>
    <message>
      <source>Pin a model as B</source>
      <translation>Ein Modell als B anheften</translation>
    </message>
    <message>
      <source>run {name}</source>
      <translation>Lauf {name}</translation>
    </message>
    <message>
      <source>step {step:,} · {name}</source>
      <translation>Schritt {step:,} · {name}</translation>
    </message>
    <message>
      <source>Step {now:,} isn't kept: step {kept:,} is pinned as B.</source>
      <translation>Schritt {now:,} ist nicht aufbewahrt: Schritt {kept:,} ist als B angeheftet.</translation>
    </message>
    <message>
      <source>The engine isn't there yet, which reads the model: wait a moment.</source>
      <translation>Die Engine, die das Modell liest, ist noch nicht da: einen Moment warten.</translation>
    </message>
    <message>
      <source>&lt;b&gt;Layer {layer}, head {head}&lt;/b&gt;&lt;br&gt;mean |B − A| = {mean:.4f} over {size} × {size} weights, the greatest {greatest:.3f}</source>
      <translation>&lt;b&gt;Schicht {layer}, Kopf {head}&lt;/b&gt;&lt;br&gt;mittleres |B − A| = {mean:.4f} über {size} × {size} Gewichte, das größte {greatest:.3f}</translation>
    </message>
    <message>
      <source>&lt;b&gt;Layer {layer}, head {head}&lt;/b&gt;&lt;br&gt;mean |B − A| = {mean:.4f} over {size} × {size} blocks, the greatest {greatest:.3f}</source>
      <translation>&lt;b&gt;Schicht {layer}, Kopf {head}&lt;/b&gt;&lt;br&gt;mittleres |B − A| = {mean:.4f} über {size} × {size} Blöcke, das größte {greatest:.3f}</translation>
    </message>
    <message>
      <source>Pin a model as B: here all heads are ranked by how far its attention is from that of A, the model that is looked at.</source>
      <translation>Ein Modell als B anheften: Hier stehen dann alle Köpfe, geordnet danach, wie weit ihre Attention von der in A entfernt ist, dem Modell, das betrachtet wird.</translation>
    </message>
    <message>
      <source>The pair is long: compared are the greatest weights of blocks of neighbours, not all weights.</source>
      <translation>Das Paar ist lang: Verglichen werden die größten Gewichte von Blöcken benachbarter Tokens, nicht alle Gewichte.</translation>
    </message>
    <message>
      <source>Long pair: compared are the greatest weights of blocks of neighbours.</source>
      <translation>Langes Paar: Verglichen werden die größten Gewichte von Blöcken.</translation>
    </message>
    <message>
      <source>Long pair: the greatest of blocks.</source>
      <translation>Langes Paar: Größtes je Block.</translation>
    </message>
    <message>
      <source>mean |B − A| of the attention weights of each layer.head</source>
      <translation>mittleres |B − A| der Attention-Gewichte je Schicht.Kopf</translation>
    </message>
    <message>
      <source>mean |B − A| of the weights</source>
      <translation>mittleres |B − A| der Gewichte</translation>
    </message>
    <message>
      <source>For each head the mean of |B − A| over all attention weights: which heads training, or another training, has changed most. Click one to look at it.</source>
      <translation>Für jeden Kopf das Mittel von |B − A| über alle Attention-Gewichte: welche Köpfe das Training oder ein anderes Training am meisten verändert hat. Ein Klick zeigt den Kopf.</translation>
    </message>
    <message>
      <source>Rank {rank}: layer {layer}, head {head}, mean change {mean:.4f}</source>
      <translation>Rang {rank}: Schicht {layer}, Kopf {head}, mittlere Änderung {mean:.4f}</translation>
    </message>
    <message>
      <source>Heads by how much their attention changed</source>
      <translation>Köpfe danach, wie sehr sich ihre Attention geändert hat</translation>
    </message>
    <message>
      <source>Click to look at it</source>
      <translation>Klicken, um ihn anzusehen</translation>
    </message>
    <message>
      <source>nats</source>
      <translation>Nats</translation>
    </message>
    <message>
      <source>error²</source>
      <translation>Fehler²</translation>
    </message>
    <message>
      <source>step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <source>After how many steps an old loss weighs 1/e in the bold line; the faint line is never smoothed</source>
      <translation>Nach wie vielen Schritten ein alter Loss in der fetten Linie noch 1/e wiegt; die blasse Linie wird nie geglättet</translation>
    </message>
    <message>
      <source>Show the task's second score, too</source>
      <translation>Auch die zweite Metrik der Aufgabe zeigen</translation>
    </message>
    <message>
      <source>log loss</source>
      <translation>Loss log.</translation>
    </message>
    <message>
      <source>A logarithmic axis of the losses: equal ratios are equally far apart</source>
      <translation>Eine logarithmische Achse der Losses: Gleiche Verhältnisse liegen gleich weit auseinander</translation>
    </message>
    <message>
      <source>Change the axis of the losses</source>
      <translation>Achse der Losses ändern</translation>
    </message>
    <message>
      <source>log steps</source>
      <translation>Schritte log.</translation>
    </message>
    <message>
      <source>A logarithmic axis of the steps: the first ones are seen closely</source>
      <translation>Eine logarithmische Achse der Schritte: Die ersten sind aus der Nähe zu sehen</translation>
    </message>
    <message>
      <source>Change the axis of the steps</source>
      <translation>Achse der Schritte ändern</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>Trefferquote</translation>
    </message>
    <message>
      <source>Show how often the most likely answer is the right one, too</source>
      <translation>Auch zeigen, wie oft die wahrscheinlichste Antwort die richtige ist</translation>
    </message>
    <message>
      <source>Show the accuracies</source>
      <translation>Trefferquoten zeigen</translation>
    </message>
    <message>
      <source>total</source>
      <translation>gesamt</translation>
    </message>
    <message>
      <source>Show the loss that is minimised, too: both parts, each times its weight</source>
      <translation>Auch den Loss zeigen, der minimiert wird: beide Teile, jeder mal sein Gewicht</translation>
    </message>
    <message>
      <source>Show the total loss</source>
      <translation>Gesamt-Loss zeigen</translation>
    </message>
    <message>
      <source>Smoothing of the bold line, in steps</source>
      <translation>Glättung der fetten Linie, in Schritten</translation>
    </message>
    <message>
      <source>Follow</source>
      <translation>Folgen</translation>
    </message>
    <message>
      <source>Show the whole run and its new steps (double click)</source>
      <translation>Den ganzen Lauf und seine neuen Schritte zeigen (Doppelklick)</translation>
    </message>
    <message>
      <source>Differ …</source>
      <translation>Unterschied …</translation>
    </message>
    <message>
      <source>What differs between the runs that are laid over each other</source>
      <translation>Worin sich die übereinandergelegten Läufe unterscheiden</translation>
    </message>
    <message>
      <source>smooth</source>
      <translation>glätten</translation>
    </message>
    <message>
      <source>Smooth the curves</source>
      <translation>Kurven glätten</translation>
    </message>
    <message>
      <source>labelled data</source>
      <translation>gelabelte Daten</translation>
    </message>
    <message>
      <source>kind of task</source>
      <translation>Art der Aufgabe</translation>
    </message>
    <message>
      <source>measured on</source>
      <translation>gemessen an</translation>
    </message>
    <message>
      <source>columns</source>
      <translation>Spalten</translation>
    </message>
    <message>
      <source>task of GLUE</source>
      <translation>GLUE-Aufgabe</translation>
    </message>
    <message>
      <source>classes</source>
      <translation>Klassen</translation>
    </message>
    <message>
      <source>labelled examples</source>
      <translation>gelabelte Beispiele</translation>
    </message>
    <message>
      <source>encoder begins with</source>
      <translation>Encoder beginnt mit</translation>
    </message>
    <message>
      <source>only the head is trained</source>
      <translation>nur der Kopf wird trainiert</translation>
    </message>
    <message>
      <source>rows that can't be read left out</source>
      <translation>unlesbare Zeilen ausgelassen</translation>
    </message>
    <message>
      <source>tokens from window to window</source>
      <translation>Tokens von Fenster zu Fenster</translation>
    </message>
    <message>
      <source>tokens of an answer at most</source>
      <translation>Tokens einer Antwort höchstens</translation>
    </message>
    <message>
      <source>threshold of no answer, in logits</source>
      <translation>Schwelle für keine Antwort, in Logits</translation>
    </message>
    <message>
      <source>size of the model</source>
      <translation>Größe des Modells</translation>
    </message>
    <message>
      <source>starts from</source>
      <translation>geht aus von</translation>
    </message>
    <message>
      <source>vocabulary of</source>
      <translation>Vokabular von</translation>
    </message>
    <message>
      <source>corpus</source>
      <translation>Korpus</translation>
    </message>
    <message>
      <source>column of the text</source>
      <translation>Spalte des Textes</translation>
    </message>
    <message>
      <source>one sentence a line</source>
      <translation>ein Satz pro Zeile</translation>
    </message>
    <message>
      <source>stories</source>
      <translation>Geschichten</translation>
    </message>
    <message>
      <source>decoys among random next sentences</source>
      <translation>Köder unter zufälligen nächsten Sätzen</translation>
    </message>
    <message>
      <source>chance of short pairs</source>
      <translation>Chance kurzer Paare</translation>
    </message>
    <message>
      <source>steps to do</source>
      <translation>geplante Schritte</translation>
    </message>
    <message>
      <source>pairs a step</source>
      <translation>Paare pro Schritt</translation>
    </message>
    <message>
      <source>pairs a forward pass</source>
      <translation>Paare pro Forward-Pass</translation>
    </message>
    <message>
      <source>tokens a pair</source>
      <translation>Tokens pro Paar</translation>
    </message>
    <message>
      <source>tokens chosen</source>
      <translation>gewählte Tokens</translation>
    </message>
    <message>
      <source>of them [MASK]</source>
      <translation>davon [MASK]</translation>
    </message>
    <message>
      <source>of them random</source>
      <translation>davon zufällig</translation>
    </message>
    <message>
      <source>chosen as one</source>
      <translation>gemeinsam gewählt</translation>
    </message>
    <message>
      <source>seed</source>
      <translation>Seed</translation>
    </message>
    <message>
      <source>device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>precision</source>
      <translation>Genauigkeit</translation>
    </message>
    <message>
      <source>compiled layers</source>
      <translation>kompilierte Schichten</translation>
    </message>
    <message>
      <source>optimizer</source>
      <translation>Optimizer</translation>
    </message>
    <message>
      <source>learning rate</source>
      <translation>Lernrate</translation>
    </message>
    <message>
      <source>learning rate of the matrices</source>
      <translation>Lernrate der Matrizen</translation>
    </message>
    <message>
      <source>warm-up steps</source>
      <translation>Warm-up-Schritte</translation>
    </message>
    <message>
      <source>weight decay</source>
      <translation>Weight Decay</translation>
    </message>
    <message>
      <source>gradients clipped at norm</source>
      <translation>Gradienten gekappt bei Norm</translation>
    </message>
    <message>
      <source>dropout</source>
      <translation>Dropout</translation>
    </message>
    <message>
      <source>steps between evaluations</source>
      <translation>Schritte zwischen Auswertungen</translation>
    </message>
    <message>
      <source>held-out pairs</source>
      <translation>zurückgehaltene Paare</translation>
    </message>
    <message>
      <source>seconds between checkpoints</source>
      <translation>Sekunden zwischen Checkpoints</translation>
    </message>
    <message>
      <source>weight of the masked LM loss</source>
      <translation>Gewicht des Masked-LM-Loss</translation>
    </message>
    <message>
      <source>weight of the next sentence loss</source>
      <translation>Gewicht des Next-Sentence-Loss</translation>
    </message>
    <message>
      <source>bytes for past steps</source>
      <translation>Bytes für frühere Schritte</translation>
    </message>
    <message>
      <source>train loss</source>
      <translation>Loss im Training</translation>
    </message>
    <message>
      <source>held-out loss</source>
      <translation>Loss, zurückgehalten</translation>
    </message>
    <message>
      <source>train masked LM loss</source>
      <translation>Masked-LM-Loss im Training</translation>
    </message>
    <message>
      <source>train next sentence loss</source>
      <translation>Next-Sentence-Loss im Training</translation>
    </message>
    <message>
      <source>held-out masked LM loss</source>
      <translation>Masked-LM-Loss, zurückgehalten</translation>
    </message>
    <message>
      <source>held-out next sentence loss</source>
      <translation>Next-Sentence-Loss, zurückgehalten</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>ja</translation>
    </message>
    <message>
      <source>no</source>
      <translation>nein</translation>
    </message>
    <message>
      <source>all</source>
      <translation>alle</translation>
    </message>
    <message>
      <source>{size}: {layers} layers, {width} wide</source>
      <translation>{size}: {layers} Schichten, Breite {width}</translation>
    </message>
    <message>
      <source>nothing</source>
      <translation>nichts</translation>
    </message>
    <message>
      <source>steps done</source>
      <translation>Schritte getan</translation>
    </message>
    <message>
      <source>parameters</source>
      <translation>Parameter</translation>
    </message>
    <message>
      <source>by their usual names</source>
      <translation>nach ihren üblichen Namen</translation>
    </message>
    <message>
      <source>those of the data</source>
      <translation>die der Daten</translation>
    </message>
    <message>
      <source>What differs between these runs</source>
      <translation>Worin sich diese Läufe unterscheiden</translation>
    </message>
    <message>
      <source>held-out score</source>
      <translation>Score, zurückgehalten</translation>
    </message>
    <message>
      <source>train {value}</source>
      <translation>Training {value}</translation>
    </message>
    <message>
      <source>held out {value}</source>
      <translation>zurückgehalten {value}</translation>
    </message>
    <message>
      <source>held-out accuracy {share}</source>
      <translation>Trefferquote, zurückgehalten {share}</translation>
    </message>
    <message>
      <source>by content alone {share}</source>
      <translation>allein nach Inhalt {share}</translation>
    </message>
    <message>
      <source>not drawn: {why}</source>
      <translation>nicht gezeichnet: {why}</translation>
    </message>
    <message>
      <source>step {step:,}: {what}</source>
      <translation>Schritt {step:,}: {what}</translation>
    </message>
    <message>
      <source>and {more:,} more</source>
      <translation>und {more:,} weitere</translation>
    </message>
    <message>
      <source>Drag the amber line: every view shows the model as it was at that step. The wheel zooms, Ctrl and a drag choose a stretch, Shift and a drag move along; a double click follows the run again. Ticks on the axis are steps whose weights are kept.</source>
      <translation>Die bernsteinfarbene Linie ziehen: Jede Ansicht zeigt das Modell, wie es bei diesem Schritt war. Das Mausrad zoomt, Ziehen mit Strg wählt einen Abschnitt, Ziehen mit Umschalt verschiebt; ein Doppelklick folgt wieder dem Lauf. Striche an der Achse sind Schritte, deren Gewichte aufbewahrt sind.</translation>
    </message>
    <message>
      <source>Curves of the losses</source>
      <translation>Kurven der Losses</translation>
    </message>
    <message>
      <source>step {step:,}</source>
      <translation>Schritt {step:,}</translation>
    </message>
    <message>
      <source>newest</source>
      <translation>neuester</translation>
    </message>
    <message>
      <source>Follow the run</source>
      <translation>Dem Lauf folgen</translation>
    </message>
    <message>
      <source>Travel to a step</source>
      <translation>Zu einem Schritt reisen</translation>
    </message>
    <message>
      <source>Show other steps</source>
      <translation>Andere Schritte zeigen</translation>
    </message>
    <message>
      <source>By content alone: where a false B differs from the true one in what it is about, and not in its form. Guessing is 50 %.</source>
      <translation>Allein nach Inhalt: wo sich ein falsches B vom wahren nur darin unterscheidet, wovon es handelt, und nicht in der Form. Raten ergibt 50 %.</translation>
    </message>
    <message>
      <source>Masked LM loss</source>
      <translation>Masked-LM-Loss</translation>
    </message>
    <message>
      <source>Next sentence loss</source>
      <translation>Next-Sentence-Loss</translation>
    </message>
    <message>
      <source>Total loss</source>
      <translation>Gesamt-Loss</translation>
    </message>
    <message>
      <source>Masked LM accuracy</source>
      <translation>Masked-LM-Trefferquote</translation>
    </message>
    <message>
      <source>Next sentence accuracy</source>
      <translation>Next-Sentence-Trefferquote</translation>
    </message>
    <message>
      <source>guessing: {sum} = {value:.2f}</source>
      <translation>Raten: {sum} = {value:.2f}</translation>
    </message>
    <message>
      <source>always the same answer: {share}</source>
      <translation>immer dieselbe Antwort: {share}</translation>
    </message>
    <message>
      <source>guessing: ln V = {value:.2f}</source>
      <translation>Raten: ln V = {value:.2f}</translation>
    </message>
    <message>
      <source>guessing: ln 2 = {value:.2f}</source>
      <translation>Raten: ln 2 = {value:.2f}</translation>
    </message>
    <message>
      <source>guessing: 50 %</source>
      <translation>Raten: 50 %</translation>
    </message>
    <message>
      <source>{value} (step {step:,})</source>
      <translation>{value} (Schritt {step:,})</translation>
    </message>
    <message>
      <source>train</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>held out</source>
      <translation>zurückgehalten</translation>
    </message>
    <message>
      <source>smoothed</source>
      <translation>geglättet</translation>
    </message>
    <message>
      <source>random, only the head</source>
      <translation>zufällig, nur der Kopf</translation>
    </message>
    <message>
      <source>pre-trained</source>
      <translation>vortrainiert</translation>
    </message>
    <message>
      <source>random</source>
      <translation>Zufall</translation>
    </message>
    <message>
      <source>only the head</source>
      <translation>nur der Kopf</translation>
    </message>
    <message>
      <source>{run}: another kind of task has another score</source>
      <translation>{run}: Eine andere Art von Aufgabe hat eine andere Metrik</translation>
    </message>
    <message>
      <source>{run}: pre-training has other losses</source>
      <translation>{run}: Pre-Training hat andere Losses</translation>
    </message>
    <message>
      <source>{run}: a fine-tuning has another loss</source>
      <translation>{run}: Fine-Tuning hat einen anderen Loss</translation>
    </message>
    <message>
      <source>Accuracy</source>
      <translation>Trefferquote</translation>
    </message>
    <message>
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <source>Exact match</source>
      <translation>Exakt richtig</translation>
    </message>
    <message>
      <source>Answer F1</source>
      <translation>Antwort-F1</translation>
    </message>
    <message>
      <source>Matthews correlation</source>
      <translation>Matthews-Korrelation</translation>
    </message>
    <message>
      <source>Pearson correlation</source>
      <translation>Pearson-Korrelation</translation>
    </message>
    <message>
      <source>Spearman correlation</source>
      <translation>Spearman-Korrelation</translation>
    </message>
    <message>
      <source>guessing: ln {classes} = {value:.2f}</source>
      <translation>Raten: ln {classes} = {value:.2f}</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>Loss</translation>
    </message>
    <message>
      <source>Score</source>
      <translation>Score</translation>
    </message>
    <message>
      <source>best {value}</source>
      <translation>bester {value}</translation>
    </message>
    <message>
      <source>As the engine's machine spells it, from its root</source>
      <translation>So wie der Rechner der Engine ihn schreibt, ab der Wurzel</translation>
    </message>
    <message>
      <source>{name} can't be opened: choose a model folder, a run folder, a {session} or {lesson} file, a text to train on ({texts}), a folder of texts, or labelled data.</source>
      <translation>{name} lässt sich nicht öffnen: einen Modellordner, einen Laufordner, eine {session}- oder {lesson}-Datei, einen Text zum Trainieren ({texts}), einen Ordner mit Texten oder gelabelte Daten wählen.</translation>
    </message>
    <message>
      <source>Model › Open model folder</source>
      <translation>Modell › Modellordner öffnen</translation>
    </message>
    <message>
      <source>Model › Open run folder</source>
      <translation>Modell › Laufordner öffnen</translation>
    </message>
    <message>
      <source>Training › Train on a text file</source>
      <translation>Training › Mit Textdatei trainieren</translation>
    </message>
    <message>
      <source>Training › Task › Open labelled data</source>
      <translation>Training › Aufgabe › Gelabelte Daten öffnen</translation>
    </message>
    <message>
      <source>The engine is on {host} and can't read {name}, which is on this machine: copy it there, then choose it by {way}.</source>
      <translation>Die Engine ist auf {host} und kann {name} nicht lesen, das auf diesem Rechner liegt: dorthin kopieren, dann über {way} wählen.</translation>
    </message>
    <message>
      <source>Train on {name}</source>
      <translation>Mit {name} trainieren</translation>
    </message>
    <message>
      <source>One at a time: {name} is taken, and {others} more left alone.</source>
      <translation>Nur eines auf einmal: {name} wird genommen, {others} weitere bleiben liegen.</translation>
    </message>
    <message>
      <source>{path} isn't there: check the name.</source>
      <translation>{path} gibt es nicht: bitte den Namen prüfen.</translation>
    </message>
    <message>
      <source>Open the model {name}</source>
      <translation>Das Modell {name} öffnen</translation>
    </message>
    <message>
      <source>Open the run {name}</source>
      <translation>Den Lauf {name} öffnen</translation>
    </message>
    <message>
      <source>Open the session {name}</source>
      <translation>Die Sitzung {name} öffnen</translation>
    </message>
    <message>
      <source>Open the lesson {name}</source>
      <translation>Die Lektion {name} öffnen</translation>
    </message>
    <message>
      <source>Look at the labelled data {name}</source>
      <translation>Die gelabelten Daten {name} ansehen</translation>
    </message>
    <message>
      <source>Put texts into one folder to train on all of them.</source>
      <translation>Um mit mehreren Texten zu trainieren, alle in einen Ordner legen.</translation>
    </message>
    <message>
      <source>{path} can't be read ({error}).</source>
      <translation>{path} ist nicht lesbar ({error}).</translation>
    </message>
    <message>
      <source>Text came where the engine should have spoken, beginning with “{line}”: let nothing else be printed there, such as a greeting or a question.</source>
      <translation>Wo die Engine hätte sprechen sollen, kam Text, der mit „{line}“ beginnt: Dort darf sonst nichts ausgegeben werden, etwa eine Begrüßung oder eine Frage.</translation>
    </message>
    <message>
      <source>“{words}” is no command: a quotation mark or a last \ is left open in it.</source>
      <translation>„{words}“ ist kein Befehl: Ein Anführungszeichen oder ein letzter \ ist darin offen geblieben.</translation>
    </message>
    <message>
      <source>The engine computes and trains. Type the command that starts it on another machine, on which bertscope of the same version is installed; models, runs and texts are then those of that machine. Leave the line empty for the engine of this computer.</source>
      <translation>Die Engine rechnet und trainiert. Hier den Befehl eingeben, der sie auf einem anderen Rechner startet, auf dem bertscope in derselben Version installiert ist; Modelle, Läufe und Texte sind dann die jenes Rechners. Für die Engine dieses Computers die Zeile leer lassen.</translation>
    </message>
    <message>
      <source>no engine</source>
      <translation>keine Engine</translation>
    </message>
    <message>
      <source>this computer</source>
      <translation>dieser Computer</translation>
    </message>
    <message>
      <source>Engine</source>
      <translation>Engine</translation>
    </message>
    <message>
      <source>Command that starts the engine</source>
      <translation>Befehl, der die Engine startet</translation>
    </message>
    <message>
      <source>this computer, or for example: {example}</source>
      <translation>dieser Computer, oder zum Beispiel: {example}</translation>
    </message>
    <message>
      <source>As in a terminal; the engine's messages go through the command's input and output</source>
      <translation>Wie in einem Terminal; die Nachrichten der Engine gehen durch Ein- und Ausgabe des Befehls</translation>
    </message>
    <message>
      <source>An engine is being tried</source>
      <translation>Eine Engine wird ausprobiert</translation>
    </message>
    <message>
      <source>Try it</source>
      <translation>Testen</translation>
    </message>
    <message>
      <source>Start it beside the present engine, ask it who it is</source>
      <translation>Neben der jetzigen Engine starten und fragen, wer sie ist</translation>
    </message>
    <message>
      <source>Use it</source>
      <translation>Verwenden</translation>
    </message>
    <message>
      <source>Let the present engine save and end, then start this one</source>
      <translation>Die jetzige Engine speichern und enden lassen, dann diese starten</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>Schließen</translation>
    </message>
    <message>
      <source>Keep the present engine</source>
      <translation>Die jetzige Engine behalten</translation>
    </message>
    <message>
      <source>Starting {engine} …</source>
      <translation>{engine} wird gestartet …</translation>
    </message>
    <message>
      <source>{host} answers: bertscope {version} with PyTorch {torch}, on {devices}. A question takes {ms:.0f} ms there and back.</source>
      <translation>{host} antwortet: bertscope {version} mit PyTorch {torch}, auf {devices}. Eine Frage braucht hin und zurück {ms:.0f} ms.</translation>
    </message>
    <message>
      <source>an engine of this computer</source>
      <translation>eine Engine dieses Computers</translation>
    </message>
    <message>
      <source>Now: {engine}</source>
      <translation>Jetzt: {engine}</translation>
    </message>
    <message>
      <source>the engine on {where}</source>
      <translation>die Engine auf {where}</translation>
    </message>
    <message>
      <source>the engine of this computer</source>
      <translation>die Engine dieses Computers</translation>
    </message>
    <message>
      <source>the engine on {where} is starting</source>
      <translation>die Engine auf {where} startet</translation>
    </message>
    <message>
      <source>the engine on {where} is stopping</source>
      <translation>die Engine auf {where} endet gerade</translation>
    </message>
    <message>
      <source>{sentence} It is being started again.</source>
      <translation>{sentence} Sie wird neu gestartet.</translation>
    </message>
    <message>
      <source>The engine stopped by itself (exit code {code}): see Help › Engine log.</source>
      <translation>Die Engine ist von selbst stehen geblieben (Exit-Code {code}): siehe Hilfe › Engine-Protokoll.</translation>
    </message>
    <message>
      <source>The engine was {cause} while it was starting. Everything on the screen is kept.</source>
      <translation>Die Engine wurde beim Starten {cause}. Alles auf dem Bildschirm bleibt erhalten.</translation>
    </message>
    <message>
      <source>ended by {name}</source>
      <translation>durch {name} beendet</translation>
    </message>
    <message>
      <source>The connection to {host} was cut, or the engine there was killed. Everything on the screen is kept.</source>
      <translation>Die Verbindung zu {host} ist abgerissen, oder die Engine dort wurde beendet. Alles auf dem Bildschirm bleibt erhalten.</translation>
    </message>
    <message>
      <source>No engine came up by “{command}”: {how}. Try that command in a terminal, or choose another one under Training › Engine.</source>
      <translation>Mit „{command}“ startete keine Engine: {how}. Den Befehl in einem Terminal versuchen oder unter Training › Engine einen anderen wählen.</translation>
    </message>
    <message>
      <source>The engine could not be started: see Help › Engine log, and check that bertscope is installed whole.</source>
      <translation>Die Engine ließ sich nicht starten: siehe Hilfe › Engine-Protokoll; außerdem prüfen, ob bertscope vollständig installiert ist.</translation>
    </message>
    <message>
      <source>The engine was {cause}. Everything on the screen is kept.</source>
      <translation>Die Engine wurde {cause}. Alles auf dem Bildschirm bleibt erhalten.</translation>
    </message>
    <message>
      <source>killed, perhaps because memory ran out</source>
      <translation>abgebrochen, vielleicht weil der Speicher ausging</translation>
    </message>
    <message>
      <source>The engine on {host} stopped by itself (exit code {code}): see Help › Engine log.</source>
      <translation>Die Engine auf {host} ist von selbst stehen geblieben (Exit-Code {code}): siehe Hilfe › Engine-Protokoll.</translation>
    </message>
    <message>
      <source>The connection to {host} was cut ({line}). Everything on the screen is kept.</source>
      <translation>Die Verbindung zu {host} ist abgerissen ({line}). Alles auf dem Bildschirm bleibt erhalten.</translation>
    </message>
    <message>
      <source>it ended with exit code {code}</source>
      <translation>beendet mit Exit-Code {code}</translation>
    </message>
    <message>
      <source>{how} and said “{line}”</source>
      <translation>{how}, mit den Worten „{line}“</translation>
    </message>
    <message>
      <source>signal {number}</source>
      <translation>Signal {number}</translation>
    </message>
    <message>
      <source>The engine on {host}</source>
      <translation>Die Engine auf {host}</translation>
    </message>
    <message>
      <source>this machine</source>
      <translation>dieser Rechner</translation>
    </message>
    <message>
      <source>{engine} is bertscope {version} and speaks version {protocol} of the messages; this window is {ours} and speaks {spoken}: install the same version in both places.</source>
      <translation>{engine} ist bertscope {version} und spricht Version {protocol} der Nachrichten; dieses Fenster ist {ours} und spricht {spoken}: an beiden Orten dieselbe Version installieren.</translation>
    </message>
    <message>
      <source>{program} could not be started.</source>
      <translation>{program} ließ sich nicht starten.</translation>
    </message>
    <message>
      <source>“{program}” could not be started: check that there is such a program on this machine, or choose another command under Training › Engine.</source>
      <translation>„{program}“ ließ sich nicht starten: prüfen, ob es auf diesem Rechner ein solches Programm gibt, oder unter Training › Engine einen anderen Befehl wählen.</translation>
    </message>
    <message>
      <source>The engine</source>
      <translation>Die Engine</translation>
    </message>
    <message>
      <source>No engine answered within {seconds:.0f} s, and the last that was said is “{line}”: see in a terminal whether that command asks for a password or a new host key.</source>
      <translation>Innerhalb von {seconds:.0f} s hat keine Engine geantwortet, und das Letzte, was kam, ist „{line}“: in einem Terminal nachsehen, ob der Befehl nach einem Passwort oder einem neuen Host-Schlüssel fragt.</translation>
    </message>
    <message>
      <source>No engine answered within {seconds:.0f} s: see in a terminal whether that command asks for a password or a new host key.</source>
      <translation>Innerhalb von {seconds:.0f} s hat keine Engine geantwortet: in einem Terminal nachsehen, ob der Befehl nach einem Passwort oder einem neuen Host-Schlüssel fragt.</translation>
    </message>
    <message>
      <source>{name}: choose a name that ends in .png.</source>
      <translation>{name}: Bitte einen Namen wählen, der auf .png endet.</translation>
    </message>
    <message>
      <source>These are {rows:,} rows, too many for the clipboard: save them to a file instead.</source>
      <translation>Das sind {rows:,} Zeilen, zu viele für die Zwischenablage: bitte in einer Datei speichern.</translation>
    </message>
    <message>
      <source>There are no numbers here yet: wait until the view shows some.</source>
      <translation>Hier gibt es noch keine Zahlen: warten, bis die Ansicht welche zeigt.</translation>
    </message>
    <message>
      <source>Input figure: tokens and their embeddings</source>
      <translation>Eingabefigur: Tokens und ihre Embeddings</translation>
    </message>
    <message>
      <source>Step through the sum</source>
      <translation>Durch die Summe gehen</translation>
    </message>
    <message>
      <source>Zoom the figure</source>
      <translation>Figur zoomen</translation>
    </message>
    <message>
      <source>Show ids</source>
      <translation>IDs zeigen</translation>
    </message>
    <message>
      <source>Sum, step {step} of {steps}: {name}</source>
      <translation>Summe, Schritt {step} von {steps}: {name}</translation>
    </message>
    <message>
      <source>{tip} ([ and ] step)</source>
      <translation>{tip} (Schritte: [ und ])</translation>
    </message>
    <message>
      <source>Token embeddings alone, the first step of the sum</source>
      <translation>Nur die Token-Embeddings, der erste Schritt der Summe</translation>
    </message>
    <message>
      <source>+ seg</source>
      <translation>+ Seg</translation>
    </message>
    <message>
      <source>E_token + E_segment: which sentence it is, is added</source>
      <translation>E_token + E_segment: Hinzu kommt, welcher Satz es ist</translation>
    </message>
    <message>
      <source>+ pos</source>
      <translation>+ Pos</translation>
    </message>
    <message>
      <source>E_token + E_segment + E_position: the place is added</source>
      <translation>E_token + E_segment + E_position: Hinzu kommt die Stelle</translation>
    </message>
    <message>
      <source>= sum</source>
      <translation>= Summe</translation>
    </message>
    <message>
      <source>x_i = E_token + E_segment + E_position, value by value</source>
      <translation>x_i = E_token + E_segment + E_position, Wert für Wert</translation>
    </message>
    <message>
      <source>→ LN</source>
      <translation>→ LN</translation>
    </message>
    <message>
      <source>What the first layer reads: {layer_norm}</source>
      <translation>Was die erste Schicht liest: {layer_norm}</translation>
    </message>
    <message>
      <source>Narrower columns</source>
      <translation>Schmalere Spalten</translation>
    </message>
    <message>
      <source>Narrower columns (Ctrl + wheel over the figure)</source>
      <translation>Schmalere Spalten (Strg + Mausrad über der Figur)</translation>
    </message>
    <message>
      <source>fit</source>
      <translation>alle</translation>
    </message>
    <message>
      <source>Fit all tokens</source>
      <translation>Alle Tokens einpassen</translation>
    </message>
    <message>
      <source>All tokens at once; again: as they are read best</source>
      <translation>Alle Tokens auf einmal; noch einmal: am besten lesbar</translation>
    </message>
    <message>
      <source>Wider columns</source>
      <translation>Breitere Spalten</translation>
    </message>
    <message>
      <source>Wider columns (Ctrl + wheel over the figure)</source>
      <translation>Breitere Spalten (Strg + Mausrad über der Figur)</translation>
    </message>
    <message>
      <source>ids</source>
      <translation>IDs</translation>
    </message>
    <message>
      <source>Ids and characters</source>
      <translation>IDs und Zeichen</translation>
    </message>
    <message>
      <source>Ids and characters under the tokens, where there is room (I)</source>
      <translation>IDs und Zeichen unter den Tokens, wo Platz ist (I)</translation>
    </message>
    <message>
      <source>Here only a part of the sum stands: step on to “= sum” (key ]) to look at x.</source>
      <translation>Hier steht erst ein Teil der Summe: bis „= Summe“ weitergehen (Taste ]), um x anzusehen.</translation>
    </message>
    <message>
      <source>Token</source>
      <translation>Token</translation>
    </message>
    <message>
      <source>embedding</source>
      <translation>Embedding</translation>
    </message>
    <message>
      <source>Segment</source>
      <translation>Segment</translation>
    </message>
    <message>
      <source>Position</source>
      <translation>Position</translation>
    </message>
    <message>
      <source>So far</source>
      <translation>Bisher</translation>
    </message>
    <message>
      <source>all three: x</source>
      <translation>alle drei: x</translation>
    </message>
    <message>
      <source>Sum</source>
      <translation>Summe</translation>
    </message>
    <message>
      <source>of the three</source>
      <translation>der drei</translation>
    </message>
    <message>
      <source>of the sum</source>
      <translation>der Summe</translation>
    </message>
    <message>
      <source>Input</source>
      <translation>Eingabe</translation>
    </message>
    <message>
      <source>click to mask</source>
      <translation>Klick maskiert</translation>
    </message>
    <message>
      <source>{count} cut off</source>
      <translation>{count} gekürzt</translation>
    </message>
    <message>
      <source>Random token of your choice …</source>
      <translation>Selbst gewähltes Token …</translation>
    </message>
    <message>
      <source>Mask</source>
      <translation>Maskieren</translation>
    </message>
    <message>
      <source>Random token</source>
      <translation>Zufälliges Token</translation>
    </message>
    <message>
      <source>Keep, but guess it</source>
      <translation>Behalten, aber raten</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>Leeren</translation>
    </message>
    <message>
      <source>Del</source>
      <translation>Entf</translation>
    </message>
    <message>
      <source>Instead of “{token}” the model reads:</source>
      <translation>Statt „{token}“ liest das Modell:</translation>
    </message>
    <message>
      <source>Token to put there</source>
      <translation>Token, das dort stehen soll</translation>
    </message>
    <message>
      <source>a token, such as blue or ##ing</source>
      <translation>ein Token wie blue oder ##ing</translation>
    </message>
    <message>
      <source>What does the model say here</source>
      <translation>Was sagt das Modell hier</translation>
    </message>
    <message>
      <source>Look at its vector</source>
      <translation>Seinen Vektor ansehen</translation>
    </message>
    <message>
      <source>“{token}” is not in the vocabulary: choose one of the list.</source>
      <translation>„{token}“ ist nicht im Vokabular: eines aus der Liste wählen.</translation>
    </message>
    <message>
      <source>What BERT reads: x_i = E_token + E_segment + E_position for every WordPiece, then LayerNorm. Click a token to mask it, a strip to look at its vector.</source>
      <translation>Was BERT liest: x_i = E_token + E_segment + E_position für jedes WordPiece, dann LayerNorm. Klick auf ein Token maskiert es, Klick auf einen Streifen zeigt seinen Vektor.</translation>
    </message>
    <message>
      <source>What BERT reads: [CLS] A [SEP] B [SEP] in WordPieces. Click a token: [MASK], a random token, kept, none. Drag over several to mask them.</source>
      <translation>Was BERT liest: [CLS] A [SEP] B [SEP] in WordPieces. Klick auf ein Token: [MASK], zufälliges Token, behalten, nichts. Über mehrere ziehen maskiert sie.</translation>
    </message>
    <message>
      <source>One symmetric scale for the rows that are added; it ends at the 99th percentile of their absolute values.</source>
      <translation>Eine symmetrische Skala für die Zeilen, die addiert werden; sie endet beim 99. Perzentil ihrer Absolutwerte.</translation>
    </message>
    <message>
      <source>B − A, value by value, on one symmetric scale about zero: what has no colour is the same in both. It ends at the 99th percentile of the absolute values.</source>
      <translation>B − A, Wert für Wert, auf einer symmetrischen Skala um null: Was keine Farbe hat, ist in beiden gleich. Sie endet beim 99. Perzentil der Absolutwerte.</translation>
    </message>
    <message>
      <source>A and B are drawn on the same scale.</source>
      <translation>A und B sind auf derselben Skala gezeichnet.</translation>
    </message>
    <message>
      <source>E&lt;sub&gt;token&lt;/sub&gt;: the token's row of the word embeddings, one for each vocabulary entry.</source>
      <translation>E&lt;sub&gt;token&lt;/sub&gt;: die Zeile des Tokens in den Wort-Embeddings, eine für jeden Eintrag des Vokabulars.</translation>
    </message>
    <message>
      <source>E&lt;sub&gt;A&lt;/sub&gt; or E&lt;sub&gt;B&lt;/sub&gt;: one of two learned vectors, says which sentence it is.</source>
      <translation>E&lt;sub&gt;A&lt;/sub&gt; oder E&lt;sub&gt;B&lt;/sub&gt;: einer von zwei gelernten Vektoren, sagt, welcher Satz es ist.</translation>
    </message>
    <message>
      <source>E&lt;sub&gt;0&lt;/sub&gt;, E&lt;sub&gt;1&lt;/sub&gt;, …: a learned vector for each place in the input.</source>
      <translation>E&lt;sub&gt;0&lt;/sub&gt;, E&lt;sub&gt;1&lt;/sub&gt;, …: ein gelernter Vektor für jede Stelle der Eingabe.</translation>
    </message>
    <message>
      <source>The sum so far: the token embedding alone.</source>
      <translation>Die Summe bisher: nur das Token-Embedding.</translation>
    </message>
    <message>
      <source>The sum so far: E&lt;sub&gt;token&lt;/sub&gt; + E&lt;sub&gt;segment&lt;/sub&gt;.</source>
      <translation>Die Summe bisher: E&lt;sub&gt;token&lt;/sub&gt; + E&lt;sub&gt;segment&lt;/sub&gt;.</translation>
    </message>
    <message>
      <source>The sum so far: all three are in it, so it is x&lt;sub&gt;i&lt;/sub&gt;.</source>
      <translation>Die Summe bisher: Alle drei sind darin, also ist es x&lt;sub&gt;i&lt;/sub&gt;.</translation>
    </message>
    <message>
      <source>x&lt;sub&gt;i&lt;/sub&gt; = E&lt;sub&gt;token&lt;/sub&gt; + E&lt;sub&gt;segment&lt;/sub&gt; + E&lt;sub&gt;i&lt;/sub&gt;, value by value.</source>
      <translation>x&lt;sub&gt;i&lt;/sub&gt; = E&lt;sub&gt;token&lt;/sub&gt; + E&lt;sub&gt;segment&lt;/sub&gt; + E&lt;sub&gt;i&lt;/sub&gt;, Wert für Wert.</translation>
    </message>
    <message>
      <source>What the first layer reads: {layer_norm}, with mean μ and variance σ² of the vector's own values. Its scale is its own.</source>
      <translation>Was die erste Schicht liest: {layer_norm}, mit Mittelwert μ und Varianz σ² der Werte des Vektors selbst. Es hat eine eigene Skala.</translation>
    </message>
    <message>
      <source>{token} becomes [MASK]</source>
      <translation>{token} wird zu [MASK]</translation>
    </message>
    <message>
      <source>{token} becomes a random token</source>
      <translation>{token} wird zu einem zufälligen Token</translation>
    </message>
    <message>
      <source>{token} is kept, and must be guessed all the same</source>
      <translation>{token} bleibt und muss trotzdem geraten werden</translation>
    </message>
    <message>
      <source>Click: [MASK] instead</source>
      <translation>Klick: stattdessen [MASK]</translation>
    </message>
    <message>
      <source>Click: a random token instead · Delete: as it was</source>
      <translation>Klick: stattdessen ein zufälliges Token · Entf: wie es war</translation>
    </message>
    <message>
      <source>Click: kept, yet to be guessed · Delete: as it was</source>
      <translation>Klick: behalten und trotzdem zu erraten · Entf: wie es war</translation>
    </message>
    <message>
      <source>Click: as it was</source>
      <translation>Klick: wie es war</translation>
    </message>
    <message>
      <source>{token} can't be masked: BERT never chooses [CLS] and [SEP], they mark the frame.</source>
      <translation>{token} lässt sich nicht maskieren: BERT wählt nie [CLS] und [SEP], sie bilden den Rahmen.</translation>
    </message>
    <message>
      <source>&lt;b&gt;{token}&lt;/b&gt; · position {position}</source>
      <translation>&lt;b&gt;{token}&lt;/b&gt; · Position {position}</translation>
    </message>
    <message>
      <source>{count} values from {least:.3g} to {most:.3g}, length {length:.3g}</source>
      <translation>{count} Werte von {least:.3g} bis {most:.3g}, Länge {length:.3g}</translation>
    </message>
    <message>
      <source>&lt;b&gt;{token}&lt;/b&gt; · id {id} · segment {segment} · position {position}</source>
      <translation>&lt;b&gt;{token}&lt;/b&gt; · ID {id} · Segment {segment} · Position {position}</translation>
    </message>
    <message>
      <source>“{token}”</source>
      <translation>„{token}“</translation>
    </message>
    <message>
      <source>Token {column} of {count}: {token}</source>
      <translation>Token {column} von {count}: {token}</translation>
    </message>
    <message>
      <source>segment {segment}</source>
      <translation>Segment {segment}</translation>
    </message>
    <message>
      <source>added by BERT, never masked</source>
      <translation>von BERT hinzugefügt, nie maskiert</translation>
    </message>
    <message>
      <source>characters {start}–{end} of sentence {name}</source>
      <translation>Zeichen {start}–{end} von Satz {name}</translation>
    </message>
    <message>
      <source>a piece of “{word}”</source>
      <translation>ein Stück von „{word}“</translation>
    </message>
    <message>
      <source>C, its last hidden state, is what the fine-tuned model answers from</source>
      <translation>C, sein letzter Hidden State, ist das, woraus das feinabgestimmte Modell antwortet</translation>
    </message>
    <message>
      <source>“{word}” is not in the vocabulary, not even in pieces: BERT reads [UNK]</source>
      <translation>„{word}“ ist nicht im Vokabular, auch nicht in Stücken: BERT liest [UNK]</translation>
    </message>
    <message>
      <source>{count} tokens before it are cut off: the model has no more positions</source>
      <translation>{count} Tokens davor sind abgeschnitten: Das Modell hat keine weiteren Positionen</translation>
    </message>
    <message>
      <source>the model is asked here</source>
      <translation>das Modell wird hier gefragt</translation>
    </message>
    <message>
      <source>Click: show the sum up to here.</source>
      <translation>Klick: die Summe bis hierher zeigen.</translation>
    </message>
    <message>
      <source>Click: LayerNorm, the next step.</source>
      <translation>Klick: LayerNorm, der nächste Schritt.</translation>
    </message>
    <message>
      <source>not in the vocabulary</source>
      <translation>nicht im Vokabular</translation>
    </message>
    <message>
      <source>Texts (*.txt *.gz *.jsonl *.csv *.tsv *.parquet *.arrow);;All files (*)</source>
      <translation>Texte (*.txt *.gz *.jsonl *.csv *.tsv *.parquet *.arrow);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>The session {name} looks at {model} of this computer, with its own engine: choose that engine under Training › Engine, then open it again.</source>
      <translation>Die Sitzung {name} betrachtet {model} dieses Computers mit seiner eigenen Engine: diese unter Training › Engine wählen, dann die Sitzung erneut öffnen.</translation>
    </message>
    <message>
      <source>Sessions (*{suffix})</source>
      <translation>Sitzungen (*{suffix})</translation>
    </message>
    <message>
      <source>The engine is on {host}, and models are loaded to this machine: run “bertscope fetch NAME” there, then open the folder that it prints.</source>
      <translation>Die Engine ist auf {host}, und Modelle werden auf diesen Rechner geladen: dort „bertscope fetch NAME“ ausführen, dann den ausgegebenen Ordner öffnen.</translation>
    </message>
    <message>
      <source>Open a BERT model folder</source>
      <translation>Einen BERT-Modellordner öffnen</translation>
    </message>
    <message>
      <source>Compare with a model folder</source>
      <translation>Mit einem Modellordner vergleichen</translation>
    </message>
    <message>
      <source>Open a run folder</source>
      <translation>Einen Laufordner öffnen</translation>
    </message>
    <message>
      <source>Open a text to train on</source>
      <translation>Einen Text zum Trainieren öffnen</translation>
    </message>
    <message>
      <source>The session {name} looks at {model} by “{engine}”: choose that engine under Training › Engine, then open it again.</source>
      <translation>Die Sitzung {name} betrachtet {model} über „{engine}“: diese Engine unter Training › Engine wählen, dann die Sitzung erneut öffnen.</translation>
    </message>
    <message>
      <source>Open a session</source>
      <translation>Sitzung öffnen</translation>
    </message>
    <message>
      <source>Open a folder of texts</source>
      <translation>Einen Ordner mit Texten öffnen</translation>
    </message>
    <message>
      <source>Folder of the model</source>
      <translation>Ordner des Modells</translation>
    </message>
    <message>
      <source>Folder of the run</source>
      <translation>Ordner des Laufs</translation>
    </message>
    <message>
      <source>Folder</source>
      <translation>Ordner</translation>
    </message>
    <message>
      <source>filming {count} steps …</source>
      <translation>{count} Schritte werden gefilmt …</translation>
    </message>
    <message>
      <source>The film is not written: it ended when another step or run was chosen.</source>
      <translation>Der Film ist nicht geschrieben: Er endete, als ein anderer Schritt oder Lauf gewählt wurde.</translation>
    </message>
    <message>
      <source>{name}: choose a name that ends in .png or .gif, or in nothing for a folder.</source>
      <translation>{name}: einen Namen wählen, der auf .png oder .gif endet, oder ohne Endung für einen Ordner.</translation>
    </message>
    <message>
      <source>The pictures would be {width:,} x {height:,} pixels, too many for a film: choose a smaller picture size in the File menu.</source>
      <translation>Die Bilder hätten {width:,} x {height:,} Pixel, zu viele für einen Film: im Menü „Datei“ eine kleinere Bildgröße wählen.</translation>
    </message>
    <message>
      <source>The view changed its size while it was filmed: leave it as it is, and film it again.</source>
      <translation>Die Ansicht hat beim Filmen ihre Größe geändert: lassen, wie sie ist, und noch einmal filmen.</translation>
    </message>
    <message>
      <source>The film would be larger than {size} GB: choose a smaller picture size in the File menu, or film one view.</source>
      <translation>Der Film wäre größer als {size} GB: im Menü „Datei“ eine kleinere Bildgröße wählen oder eine einzelne Ansicht filmen.</translation>
    </message>
    <message>
      <source>The film has no frames: train until some steps are kept.</source>
      <translation>Der Film hat keine Bilder: trainieren, bis einige Schritte aufbewahrt sind.</translation>
    </message>
    <message>
      <source>{path} can't be written ({why}): choose another place.</source>
      <translation>{path} kann nicht geschrieben werden ({why}): einen anderen Ort wählen.</translation>
    </message>
    <message>
      <source>{name} is there already: choose a new folder's name.</source>
      <translation>{name} gibt es schon: den Namen eines neuen Ordners wählen.</translation>
    </message>
    <message>
      <source>Animated PNG (*.png);;GIF (*.gif);;Folder of PNG pictures (*)</source>
      <translation>Animiertes PNG (*.png);;GIF (*.gif);;Ordner mit PNG-Bildern (*)</translation>
    </message>
    <message>
      <source>Film of the whole window …</source>
      <translation>Film des ganzen Fensters …</translation>
    </message>
    <message>
      <source>Film of the view that has the focus …</source>
      <translation>Film der Ansicht im Fokus …</translation>
    </message>
    <message>
      <source>Film of the curves …</source>
      <translation>Film der Kurven …</translation>
    </message>
    <message>
      <source>Save a film of {view}</source>
      <translation>Film speichern: {view}</translation>
    </message>
    <message>
      <source>No step is kept yet: train, and steps are kept on the way.</source>
      <translation>Noch ist kein Schritt aufbewahrt: Beim Training werden unterwegs Schritte aufbewahrt.</translation>
    </message>
    <message>
      <source>Save a film of the window</source>
      <translation>Film des Fensters speichern</translation>
    </message>
    <message>
      <source>Save a film of the curves</source>
      <translation>Film der Kurven speichern</translation>
    </message>
    <message>
      <source>The film is in {name}.</source>
      <translation>Der Film liegt in {name}.</translation>
    </message>
    <message>
      <source>Save the kept steps as a film: an animated picture, or a folder of pictures</source>
      <translation>Die aufbewahrten Schritte als Film speichern: als animiertes Bild oder als Ordner voller Bilder</translation>
    </message>
    <message>
      <source>Kept steps a second, where the views can be painted that quickly</source>
      <translation>Aufbewahrte Schritte pro Sekunde, sofern die Ansichten so schnell gezeichnet werden können</translation>
    </message>
    <message>
      <source>{count} kept · {size} of {budget} MB</source>
      <translation>{count} da · {size} von {budget} MB</translation>
    </message>
    <message>
      <source>First step</source>
      <translation>Erster Schritt</translation>
    </message>
    <message>
      <source>To the first step that is kept: the model before it learned</source>
      <translation>Zum ersten aufbewahrten Schritt: das Modell, bevor es gelernt hat</translation>
    </message>
    <message>
      <source>Earlier step</source>
      <translation>Früherer Schritt</translation>
    </message>
    <message>
      <source>To the kept step before this one</source>
      <translation>Zum aufbewahrten Schritt vor diesem</translation>
    </message>
    <message>
      <source>Play the film</source>
      <translation>Film abspielen</translation>
    </message>
    <message>
      <source>All views through the kept steps, up to the newest</source>
      <translation>Alle Ansichten durch die aufbewahrten Schritte, bis zum neuesten</translation>
    </message>
    <message>
      <source>Later step</source>
      <translation>Späterer Schritt</translation>
    </message>
    <message>
      <source>To the kept step behind this one</source>
      <translation>Zum aufbewahrten Schritt nach diesem</translation>
    </message>
    <message>
      <source>Newest step</source>
      <translation>Neuester Schritt</translation>
    </message>
    <message>
      <source>To the newest step, and follow it while training goes on</source>
      <translation>Zum neuesten Schritt, und ihm folgen, während das Training weitergeht</translation>
    </message>
    <message>
      <source>no step is kept</source>
      <translation>noch kein Schritt</translation>
    </message>
    <message>
      <source>now · {step:,}</source>
      <translation>jetzt · {step:,}</translation>
    </message>
    <message>
      <source>they come as it trains</source>
      <translation>kommen im Training</translation>
    </message>
    <message>
      <source>Speed of the film</source>
      <translation>Tempo des Films</translation>
    </message>
    <message>
      <source>Save the film</source>
      <translation>Film speichern</translation>
    </message>
    <message>
      <source>Pause the film</source>
      <translation>Film anhalten</translation>
    </message>
    <message>
      <source>Stay at this step</source>
      <translation>Bei diesem Schritt bleiben</translation>
    </message>
    <message>
      <source>That step is kept no more.</source>
      <translation>Dieser Schritt ist nicht mehr aufbewahrt.</translation>
    </message>
    <message>
      <source>The newest step could not be shown in {seconds} s.</source>
      <translation>Der neueste Schritt konnte nicht in {seconds} s gezeigt werden.</translation>
    </message>
    <message>
      <source>Step {step:,} could not be shown in {seconds} s.</source>
      <translation>Schritt {step:,} konnte nicht in {seconds} s gezeigt werden.</translation>
    </message>
    <message>
      <source>Loading from the Hub broke off ({last}): try again; files that came whole are kept.</source>
      <translation>Das Laden vom Hub brach ab ({last}): erneut versuchen; vollständig angekommene Dateien bleiben.</translation>
    </message>
    <message>
      <source>{program} could not be started: install bertscope again.</source>
      <translation>{program} konnte nicht gestartet werden: bertscope neu installieren.</translation>
    </message>
    <message>
      <source>The network is asked nothing until you press Look up. Models are kept in the Hub's own cache, and need not be loaded twice.</source>
      <translation>Das Netz wird erst gefragt, wenn „Nachsehen“ gedrückt wird. Modelle liegen im eigenen Cache des Hubs und müssen nicht zweimal geladen werden.</translation>
    </message>
    <message>
      <source>Loading {name}: {done} of {total}</source>
      <translation>{name} wird geladen: {done} von {total}</translation>
    </message>
    <message>
      <source>Load a model from the Hub</source>
      <translation>Ein Modell vom Hub laden</translation>
    </message>
    <message>
      <source>Name of the model on the Hub</source>
      <translation>Name des Modells auf dem Hub</translation>
    </message>
    <message>
      <source>{one} or {other}</source>
      <translation>{one} oder {other}</translation>
    </message>
    <message>
      <source>owner/name, owner/name@revision, or the address of its page</source>
      <translation>besitzer/name, besitzer/name@revision oder die Adresse seiner Seite</translation>
    </message>
    <message>
      <source>Look up</source>
      <translation>Nachsehen</translation>
    </message>
    <message>
      <source>Ask the Hub what there is to load</source>
      <translation>Den Hub fragen, was zu laden ist</translation>
    </message>
    <message>
      <source>Progress of the loading</source>
      <translation>Fortschritt des Ladens</translation>
    </message>
    <message>
      <source>Load</source>
      <translation>Laden</translation>
    </message>
    <message>
      <source>Looking up {name} …</source>
      <translation>{name} wird nachgesehen …</translation>
    </message>
    <message>
      <source>Loading {name} …</source>
      <translation>{name} wird geladen …</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>Öffnen</translation>
    </message>
    <message>
      <source>{name} is there.</source>
      <translation>{name} ist da.</translation>
    </message>
    <message>
      <source>{rest} to load, in {files} files; {here} are here already.</source>
      <translation>{rest} zu laden, in {files} Dateien; {here} sind schon hier.</translation>
    </message>
    <message>
      <source>All of it ({size}) is here already.</source>
      <translation>Alles ({size}) ist schon hier.</translation>
    </message>
    <message>
      <source>Cancelled. Files that came whole are kept in the Hub's cache.</source>
      <translation>Abgebrochen. Vollständig angekommene Dateien bleiben im Cache des Hubs.</translation>
    </message>
    <message>
      <source>{time} left</source>
      <translation>noch {time}</translation>
    </message>
    <message>
      <source>That of the &amp;system: {language}</source>
      <translation>Die des &amp;Systems: {language}</translation>
    </message>
    <message>
      <source>bertscope speaks {language} from its next start on.</source>
      <translation>bertscope spricht ab dem nächsten Start {language}.</translation>
    </message>
    <message>
      <source>Start again now</source>
      <translation>Jetzt neu starten</translation>
    </message>
    <message>
      <source>{unsaved} The last checkpoint is kept.</source>
      <translation>{unsaved} Der letzte Checkpoint bleibt erhalten.</translation>
    </message>
    <message>
      <source>Saving the run before closing …</source>
      <translation>Der Lauf wird vor dem Schließen gespeichert …</translation>
    </message>
    <message>
      <source>this is no TOML ({said}): write `name = value`, text in quotes.</source>
      <translation>das ist kein TOML ({said}): `name = wert` schreiben, Text in Anführungszeichen.</translation>
    </message>
    <message>
      <source>this is set a second time: keep one of the two.</source>
      <translation>das wird zum zweiten Mal gesetzt: nur eines von beiden behalten.</translation>
    </message>
    <message>
      <source>a text has no end on this line: close it with a quotation mark.</source>
      <translation>ein Text hat in dieser Zeile kein Ende: mit einem Anführungszeichen schließen.</translation>
    </message>
    <message>
      <source>a text has no end: close it with a quotation mark.</source>
      <translation>ein Text hat kein Ende: mit einem Anführungszeichen schließen.</translation>
    </message>
    <message>
      <source>a backslash in a text is written twice: \\.</source>
      <translation>ein Backslash in einem Text wird doppelt geschrieben: \\.</translation>
    </message>
    <message>
      <source>this value can't be read: put text in quotes, and write true or false.</source>
      <translation>dieser Wert ist nicht lesbar: Text in Anführungszeichen setzen, und true oder false schreiben.</translation>
    </message>
    <message>
      <source>this sets nothing: write `name = value`.</source>
      <translation>das setzt nichts: `name = wert` schreiben.</translation>
    </message>
    <message>
      <source>a list has no end: close it with ].</source>
      <translation>eine Liste hat kein Ende: mit ] schließen.</translation>
    </message>
    <message>
      <source>a table has no end: close it with }.</source>
      <translation>eine Tabelle hat kein Ende: mit } schließen.</translation>
    </message>
    <message>
      <source>this is nested too deeply: write it flatter.</source>
      <translation>das ist zu tief verschachtelt: flacher schreiben.</translation>
    </message>
    <message>
      <source>What helps whoever hasn't found it yet</source>
      <translation>Was hilft, wenn es noch nicht gefunden ist</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>Fertig</translation>
    </message>
    <message>
      <source>To do now</source>
      <translation>Jetzt zu tun</translation>
    </message>
    <message>
      <source>To do later</source>
      <translation>Später zu tun</translation>
    </message>
    <message>
      <source>To do</source>
      <translation>Zu tun</translation>
    </message>
    <message>
      <source>Hint</source>
      <translation>Tipp</translation>
    </message>
    <message>
      <source>Hide the hint</source>
      <translation>Tipp ausblenden</translation>
    </message>
    <message>
      <source>Lessons (*.md);;All files (*)</source>
      <translation>Lektionen (*.md);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>There is no lesson {name}: choose one of the menu Lessons.</source>
      <translation>Es gibt keine Lektion {name}: eine aus dem Menü „Lektionen“ wählen.</translation>
    </message>
    <message>
      <source>Open a lesson</source>
      <translation>Lektion öffnen</translation>
    </message>
    <message>
      <source>Page {number} of {count}, {done} done</source>
      <translation>Seite {number} von {count}, {done} fertig</translation>
    </message>
    <message>
      <source>A dot for each page, with a tick where all is done; a click turns to it</source>
      <translation>Ein Punkt je Seite, mit Haken, wo alles getan ist; ein Klick blättert dorthin</translation>
    </message>
    <message>
      <source>Line {line}: {words}</source>
      <translation>Zeile {line}: {words}</translation>
    </message>
    <message>
      <source>Open this lesson</source>
      <translation>Diese Lektion öffnen</translation>
    </message>
    <message>
      <source>This lesson can't be read: choose it to see why.</source>
      <translation>Diese Lektion ist nicht lesbar: auswählen, um zu sehen, warum.</translation>
    </message>
    <message>
      <source>{minutes} min</source>
      <translation>{minutes} min</translation>
    </message>
    <message>
      <source>{model} can't be opened, for the engine isn't running: start it again, then turn to this page once more.</source>
      <translation>{model} kann nicht geöffnet werden, denn die Engine läuft nicht: neu starten, dann diese Seite noch einmal aufschlagen.</translation>
    </message>
    <message>
      <source>{model} could not be opened, and the page shows {other} instead.</source>
      <translation>{model} konnte nicht geöffnet werden; die Seite zeigt stattdessen {other}.</translation>
    </message>
    <message>
      <source>The run {run} could not be opened, and the page goes on without it.</source>
      <translation>Der Lauf {run} konnte nicht geöffnet werden; die Seite geht ohne ihn weiter.</translation>
    </message>
    <message>
      <source>The engine isn't running: start it again, then turn to this page once more.</source>
      <translation>Die Engine läuft nicht: neu starten, dann diese Seite noch einmal aufschlagen.</translation>
    </message>
    <message>
      <source>Close the lesson; the window becomes again what it was before</source>
      <translation>Die Lektion schließen; das Fenster wird wieder, wie es vorher war</translation>
    </message>
    <message>
      <source>Set sentences, masks and panels once more as this page has them</source>
      <translation>Sätze, Masken und Panels noch einmal so setzen, wie diese Seite sie hat</translation>
    </message>
    <message>
      <source>Scroll to what is to be done on this page</source>
      <translation>Zu dem rollen, was auf dieser Seite zu tun ist</translation>
    </message>
    <message>
      <source>The page before (Ctrl+PgUp)</source>
      <translation>Die Seite davor (Strg+Bild auf)</translation>
    </message>
    <message>
      <source>The page behind this one (Ctrl+PgDown)</source>
      <translation>Die nächste Seite (Strg+Bild ab)</translation>
    </message>
    <message>
      <source>Close the lesson: this was its last page</source>
      <translation>Die Lektion schließen: Das war ihre letzte Seite</translation>
    </message>
    <message>
      <source>Lesson</source>
      <translation>Lektion</translation>
    </message>
    <message>
      <source>Leave the lesson</source>
      <translation>Lektion verlassen</translation>
    </message>
    <message>
      <source>Narration</source>
      <translation>Erzählung</translation>
    </message>
    <message>
      <source>Set the page again</source>
      <translation>Seite neu setzen</translation>
    </message>
    <message>
      <source>To do ↓</source>
      <translation>Zu tun ↓</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>Zurück</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>Weiter</translation>
    </message>
    <message>
      <source>Page {number} of {count}</source>
      <translation>Seite {number} von {count}</translation>
    </message>
    <message>
      <source>Finish</source>
      <translation>Beenden</translation>
    </message>
    <message>
      <source>All pages of the lesson: turn to any of them</source>
      <translation>Alle Seiten der Lektion: zu jeder kann geblättert werden</translation>
    </message>
    <message>
      <source>{words}: contents</source>
      <translation>{words}: Inhalt</translation>
    </message>
    <message>
      <source>Page of the lesson</source>
      <translation>Seite der Lektion</translation>
    </message>
    <message>
      <source>the head has no end: close it with a line {fence}.</source>
      <translation>der Kopf hat kein Ende: mit einer Zeile {fence} schließen.</translation>
    </message>
    <message>
      <source>this stands before the first page: put a heading over it, `# Title`.</source>
      <translation>das steht vor der ersten Seite: eine Überschrift darüber setzen, `# Titel`.</translation>
    </message>
    <message>
      <source>this block has no end: close it with a line {fence}.</source>
      <translation>dieser Block hat kein Ende: mit einer Zeile {fence} schließen.</translation>
    </message>
    <message>
      <source>{name}, line {line}: {words}</source>
      <translation>{name}, Zeile {line}: {words}</translation>
    </message>
    <message>
      <source>a lesson has at most {most:,} characters: divide it into several.</source>
      <translation>eine Lektion hat höchstens {most:,} Zeichen: in mehrere aufteilen.</translation>
    </message>
    <message>
      <source>there is no page yet: begin one with a heading, `# Title`.</source>
      <translation>es gibt noch keine Seite: eine mit einer Überschrift beginnen, `# Titel`.</translation>
    </message>
    <message>
      <source>a lesson begins with a line {fence}, its `title`, and {fence} again.</source>
      <translation>eine Lektion beginnt mit einer Zeile {fence}, ihrem `title` und noch einmal {fence}.</translation>
    </message>
    <message>
      <source>a page's heading has a space behind its `#`: put one there.</source>
      <translation>die Überschrift einer Seite hat ein Leerzeichen hinter ihrem `#`: dort eines setzen.</translation>
    </message>
    <message>
      <source>there is no block `{kind}`: did you mean `{near}`?</source>
      <translation>es gibt keinen Block `{kind}`: War `{near}` gemeint?</translation>
    </message>
    <message>
      <source>{name} is too long for a lesson: choose another.</source>
      <translation>{name} ist zu lang für eine Lektion: eine andere Datei wählen.</translation>
    </message>
    <message>
      <source>it is no text in UTF-8</source>
      <translation>es ist kein Text in UTF-8</translation>
    </message>
    <message>
      <source>{name} can't be read ({reason}): choose another.</source>
      <translation>{name} ist nicht lesbar ({reason}): eine andere Datei wählen.</translation>
    </message>
    <message>
      <source>this is the page's second `window` block: put both into one.</source>
      <translation>das ist der zweite `window`-Block der Seite: beide zu einem machen.</translation>
    </message>
    <message>
      <source>The model has no class “{name}”: it has {classes}.</source>
      <translation>Das Modell hat keine Klasse „{name}“: Es hat {classes}.</translation>
    </message>
    <message>
      <source>The model has no class “{name}”: it has no classes.</source>
      <translation>Das Modell hat keine Klasse „{name}“: Es hat keine Klassen.</translation>
    </message>
    <message>
      <source>The model's vocabulary has no token “{token}”: put one there that it has.</source>
      <translation>Das Vokabular des Modells hat kein Token „{token}“: eines einsetzen, das es hat.</translation>
    </message>
    <message>
      <source>“{word}” frames the pair: mask a word of it instead.</source>
      <translation>„{word}“ rahmt das Paar ein: stattdessen eines seiner Wörter maskieren.</translation>
    </message>
    <message>
      <source>{name} can't be read ({reason}).</source>
      <translation>{name} ist nicht lesbar ({reason}).</translation>
    </message>
    <message>
      <source>{folder} can't be written ({reason}).</source>
      <translation>In {folder} kann nicht geschrieben werden ({reason}).</translation>
    </message>
    <message>
      <source>Set the page</source>
      <translation>Seite setzen</translation>
    </message>
    <message>
      <source>There is no run whose steps could be looked at: begin one, then go to a step of it.</source>
      <translation>Es gibt keinen Lauf, dessen Schritte zu sehen wären: einen beginnen, dann zu einem seiner Schritte gehen.</translation>
    </message>
    <message>
      <source>It sets sentences, masks and views of this window, and opens nothing else.</source>
      <translation>Sie setzt Sätze, Masken und Ansichten dieses Fensters und öffnet sonst nichts.</translation>
    </message>
    <message>
      <source>A lesson runs no program and loads nothing from the network. Nothing of yours is deleted; when it ends, the window is as it was.</source>
      <translation>Eine Lektion führt kein Programm aus und lädt nichts aus dem Netz. Nichts Eigenes wird gelöscht; am Ende ist das Fenster, wie es war.</translation>
    </message>
    <message>
      <source>Copy the file to your own lessons, where the menu Lessons finds it</source>
      <translation>Die Datei zu den eigenen Lektionen kopieren, wo das Menü „Lektionen“ sie findet</translation>
    </message>
    <message>
      <source>{file} · {pages} · about {minutes} min</source>
      <translation>{file} · {pages} · etwa {minutes} min</translation>
    </message>
    <message>
      <source>Begin the lesson</source>
      <translation>Lektion beginnen</translation>
    </message>
    <message>
      <source>Set the window as its first page does</source>
      <translation>Das Fenster so setzen, wie ihre erste Seite es vorgibt</translation>
    </message>
    <message>
      <source>Leave the window as it is</source>
      <translation>Das Fenster lassen, wie es ist</translation>
    </message>
    <message>
      <source>Trains models; each run takes time and room on the disk.</source>
      <translation>Trainiert Modelle; jeder Lauf braucht Zeit und Platz auf dem Datenträger.</translation>
    </message>
    <message>
      <source>1 page</source>
      <translation>1 Seite</translation>
    </message>
    <message>
      <source>{count} pages</source>
      <translation>{count} Seiten</translation>
    </message>
    <message>
      <source>Keep it among my lessons</source>
      <translation>Bei meinen Lektionen aufbewahren</translation>
    </message>
    <message>
      <source>Opens the model {name}</source>
      <translation>Öffnet das Modell {name}</translation>
    </message>
    <message>
      <source>Trains on the text {name}</source>
      <translation>Trainiert mit dem Text {name}</translation>
    </message>
    <message>
      <source>Reads the labelled data {name}</source>
      <translation>Liest die gelabelten Daten {name}</translation>
    </message>
    <message>
      <source>`{name}` takes no “{value}”: there is {names}.</source>
      <translation>`{name}` nimmt kein „{value}“: Es gibt {names}.</translation>
    </message>
    <message>
      <source>`{name}` takes no “{value}”: did you mean “{near}”? There is {names}.</source>
      <translation>`{name}` nimmt kein „{value}“: War „{near}“ gemeint? Es gibt {names}.</translation>
    </message>
    <message>
      <source>text in quotes</source>
      <translation>Text in Anführungszeichen</translation>
    </message>
    <message>
      <source>a whole number</source>
      <translation>eine ganze Zahl</translation>
    </message>
    <message>
      <source>true or false</source>
      <translation>true oder false</translation>
    </message>
    <message>
      <source>a list in [ ]</source>
      <translation>eine Liste in [ ]</translation>
    </message>
    <message>
      <source>a table</source>
      <translation>eine Tabelle</translation>
    </message>
    <message>
      <source>a date</source>
      <translation>ein Datum</translation>
    </message>
    <message>
      <source>a time</source>
      <translation>eine Uhrzeit</translation>
    </message>
    <message>
      <source>a date and time</source>
      <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
      <source>at least</source>
      <translation>mindestens</translation>
    </message>
    <message>
      <source>at most</source>
      <translation>höchstens</translation>
    </message>
    <message>
      <source>more than</source>
      <translation>mehr als</translation>
    </message>
    <message>
      <source>less than</source>
      <translation>weniger als</translation>
    </message>
    <message>
      <source>exactly</source>
      <translation>genau</translation>
    </message>
    <message>
      <source>another value</source>
      <translation>einen anderen Wert</translation>
    </message>
    <message>
      <source>`{name}` takes {takes}{bound}.</source>
      <translation>`{name}` nimmt {takes}{bound}.</translation>
    </message>
    <message>
      <source> with {sign} {number} entry</source>
      <translation> mit {sign} {number} Eintrag</translation>
    </message>
    <message>
      <source> with {sign} {number} entries</source>
      <translation> mit {sign} {number} Einträgen</translation>
    </message>
    <message>
      <source>there is no `{name}` here: did you mean `{near}`?</source>
      <translation>hier gibt es kein `{name}`: War `{near}` gemeint?</translation>
    </message>
    <message>
      <source>there is no `{name}` here: take it out; there is {names}.</source>
      <translation>hier gibt es kein `{name}`: herausnehmen; es gibt {names}.</translation>
    </message>
    <message>
      <source> of {sign} {number}</source>
      <translation> von {sign} {number}</translation>
    </message>
    <message>
      <source> with {sign} {number} character</source>
      <translation> mit {sign} {number} Zeichen</translation>
    </message>
    <message>
      <source>{others} and {last}</source>
      <translation>{others} und {last}</translation>
    </message>
    <message>
      <source>`{name}` is missing here: set it.</source>
      <translation>`{name}` fehlt hier: bitte setzen.</translation>
    </message>
    <message>
      <source>this can't be done at the word “{word}”: write "mask", "keep", "random", or "random" and a token.</source>
      <translation>das geht beim Wort „{word}“ nicht: "mask", "keep", "random" oder "random" und ein Token schreiben.</translation>
    </message>
    <message>
      <source>this can't be done at the word “{word}”: write "mask", "keep", "random", or "random" and a token, or none.</source>
      <translation>das geht beim Wort „{word}“ nicht: "mask", "keep", "random", "random" und ein Token, oder none schreiben.</translation>
    </message>
    <message>
      <source>`mask` and `random` together are more than 1: lower one of them.</source>
      <translation>`mask` und `random` sind zusammen mehr als 1: eines davon senken.</translation>
    </message>
    <message>
      <source>nothing is set in `until`: say when it is done, such as `until.rolls = 1`.</source>
      <translation>in `until` ist nichts gesetzt: angeben, wann es getan ist, etwa `until.rolls = 1`.</translation>
    </message>
    <message>
      <source>`{name}` takes a number with an end.</source>
      <translation>`{name}` nimmt eine endliche Zahl.</translation>
    </message>
    <message>
      <source>There is no model size “{size}”: take one of {sizes}. The size stays as it was.</source>
      <translation>Es gibt keine Modellgröße „{size}“: eine von {sizes} nehmen. Die Größe bleibt, wie sie war.</translation>
    </message>
    <message>
      <source>Pages of the lesson</source>
      <translation>Seiten der Lektion</translation>
    </message>
    <message>
      <source>Choose a page to go to its text; drag it to another place</source>
      <translation>Eine Seite wählen, um zu ihrem Text zu gehen; zum Umordnen ziehen</translation>
    </message>
    <message>
      <source>Add a page</source>
      <translation>Seite hinzufügen</translation>
    </message>
    <message>
      <source>Put a new page behind this one</source>
      <translation>Eine neue Seite hinter diese setzen</translation>
    </message>
    <message>
      <source>Duplicate the page</source>
      <translation>Seite duplizieren</translation>
    </message>
    <message>
      <source>Put a copy behind this page</source>
      <translation>Eine Kopie hinter diese Seite setzen</translation>
    </message>
    <message>
      <source>Move the page up</source>
      <translation>Seite nach oben</translation>
    </message>
    <message>
      <source>Let this page come before the one above it</source>
      <translation>Diese Seite vor die darüber setzen</translation>
    </message>
    <message>
      <source>Move the page down</source>
      <translation>Seite nach unten</translation>
    </message>
    <message>
      <source>Let this page come behind the next one</source>
      <translation>Diese Seite hinter die nächste setzen</translation>
    </message>
    <message>
      <source>Delete the page</source>
      <translation>Seite löschen</translation>
    </message>
    <message>
      <source>Take this page out; undo brings it back</source>
      <translation>Diese Seite herausnehmen; Rückgängig holt sie zurück</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>Seiten</translation>
    </message>
    <message>
      <source>{path} can't be written ({reason}): export the lesson somewhere else.</source>
      <translation>{path} kann nicht geschrieben werden ({reason}): die Lektion anderswohin exportieren.</translation>
    </message>
    <message>
      <source>Lessons (*{suffix})</source>
      <translation>Lektionen (*{suffix})</translation>
    </message>
    <message>
      <source>Saved among your own lessons, in the menu Lessons.</source>
      <translation>Bei den eigenen Lektionen gespeichert, im Menü „Lektionen“.</translation>
    </message>
    <message>
      <source>{name} – Lesson editor</source>
      <translation>{name} – Lektionseditor</translation>
    </message>
    <message>
      <source>{name} (draft, not saved) – Lesson editor</source>
      <translation>{name} (Entwurf, nicht gespeichert) – Lektionseditor</translation>
    </message>
    <message>
      <source>New lesson</source>
      <translation>Neue Lektion</translation>
    </message>
    <message>
      <source>This is how it looks</source>
      <translation>So sieht es aus</translation>
    </message>
    <message>
      <source>Export the lesson</source>
      <translation>Lektion exportieren</translation>
    </message>
    <message>
      <source>Exported as {name}.</source>
      <translation>Als {name} exportiert.</translation>
    </message>
    <message>
      <source>New page</source>
      <translation>Neue Seite</translation>
    </message>
    <message>
      <source>What is seen here, and why.</source>
      <translation>Was hier zu sehen ist, und warum.</translation>
    </message>
    <message>
      <source>Set the window as this page does, and read the lesson there from this page on</source>
      <translation>Das Fenster so setzen wie diese Seite und die Lektion dort ab hier lesen</translation>
    </message>
    <message>
      <source>Notes for whoever presents</source>
      <translation>Notizen für den Vortrag</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>Notizen</translation>
    </message>
    <message>
      <source>Show in the window</source>
      <translation>Im Fenster zeigen</translation>
    </message>
    <message>
      <source>Preview of the page</source>
      <translation>Vorschau der Seite</translation>
    </message>
    <message>
      <source>Text of the lesson</source>
      <translation>Text der Lektion</translation>
    </message>
    <message>
      <source>Markdown; blocks between ``` set the window, ask for things, or are notes</source>
      <translation>Markdown; Blöcke zwischen ``` setzen das Fenster, stellen Aufgaben oder sind Notizen</translation>
    </message>
    <message>
      <source>Keep the lesson among your own, in the menu Lessons (Ctrl+S)</source>
      <translation>Die Lektion bei den eigenen aufbewahren, im Menü „Lektionen“ (Strg+S)</translation>
    </message>
    <message>
      <source>Write the lesson as one file to hand on</source>
      <translation>Die Lektion als eine Datei zum Weitergeben schreiben</translation>
    </message>
    <message>
      <source>Put what the main window shows now, sentences, masks and view, behind this page</source>
      <translation>Was das Hauptfenster jetzt zeigt, Sätze, Masken und Ansicht, hinter diese Seite setzen</translation>
    </message>
    <message>
      <source>Take the text as it was saved last; undo brings the draft back</source>
      <translation>Den zuletzt gespeicherten Text nehmen; Rückgängig holt den Entwurf zurück</translation>
    </message>
    <message>
      <source>Go to the line</source>
      <translation>Zur Zeile</translation>
    </message>
    <message>
      <source>Put the cursor where it says</source>
      <translation>Den Cursor an die genannte Stelle setzen</translation>
    </message>
    <message>
      <source>Save this state as a page</source>
      <translation>Zustand als Seite speichern</translation>
    </message>
    <message>
      <source>Back to what was saved</source>
      <translation>Zurück zum Gespeicherten</translation>
    </message>
    <message>
      <source>Export as one file …</source>
      <translation>Als Datei exportieren …</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>Speichern</translation>
    </message>
    <message>
      <source>The lesson can be read.</source>
      <translation>Die Lektion ist lesbar.</translation>
    </message>
    <message>
      <source>Start the engine again</source>
      <translation>Engine neu starten</translation>
    </message>
    <message>
      <source>Connect again</source>
      <translation>Neu verbinden</translation>
    </message>
    <message>
      <source>The engine has not answered for {seconds:.0f} s: it is stuck or busy. Wait, or start it again; a run goes on from its last checkpoint.</source>
      <translation>Die Engine hat seit {seconds:.0f} s nicht geantwortet: Sie hängt oder ist beschäftigt. Warten oder neu starten; ein Lauf geht von seinem letzten Checkpoint aus weiter.</translation>
    </message>
    <message>
      <source>{crash} The engine was started again, and the run is back at step {step:,}, its last checkpoint.</source>
      <translation>{crash} Die Engine wurde neu gestartet, und der Lauf ist wieder bei Schritt {step:,}, seinem letzten Checkpoint.</translation>
    </message>
    <message>
      <source>The engine on {host} has not answered for {seconds:.0f} s: the connection is cut or it is busy. Wait, or start it again; a run goes on from its last checkpoint.</source>
      <translation>Die Engine auf {host} hat seit {seconds:.0f} s nicht geantwortet: Die Verbindung ist abgerissen, oder sie ist beschäftigt. Warten oder neu starten; ein Lauf geht von seinem letzten Checkpoint aus weiter.</translation>
    </message>
    <message>
      <source>{crash} The engine was started again.</source>
      <translation>{crash} Die Engine wurde neu gestartet.</translation>
    </message>
    <message>
      <source>Slow motion</source>
      <translation>Zeitlupe</translation>
    </message>
    <message>
      <source>BERT chooses 15 % of the tokens; of the chosen ones 80 % become [MASK], 10 % a random token and 10 % stay as they are, so that the model can't rely on seeing [MASK].</source>
      <translation>BERT wählt 15 % der Tokens; von den gewählten werden 80 % zu [MASK], 10 % zu einem zufälligen Token, und 10 % bleiben, wie sie sind, damit sich das Modell nicht darauf verlassen kann, [MASK] zu sehen.</translation>
    </message>
    <message>
      <source>Share of the tokens that is chosen: max(1, round(share × tokens)); BERT's is 15 %</source>
      <translation>Anteil der Tokens, der gewählt wird: max(1, round(Anteil × Tokens)); bei BERT 15 %</translation>
    </message>
    <message>
      <source>Share of the chosen that becomes [MASK]; BERT's is 80 %</source>
      <translation>Anteil der gewählten, der zu [MASK] wird; bei BERT 80 %</translation>
    </message>
    <message>
      <source>Share of the chosen that becomes a random token of the vocabulary; BERT's is 10 %</source>
      <translation>Anteil der gewählten, der zu einem zufälligen Token des Vokabulars wird; bei BERT 10 %</translation>
    </message>
    <message>
      <source>Share of the chosen that stays as it is, and is predicted all the same: the rest</source>
      <translation>Anteil der gewählten, der bleibt, wie er ist, und trotzdem vorhergesagt wird: der Rest</translation>
    </message>
    <message>
      <source>What is chosen as one: tokens one by one (BERT), all tokens of a word (whole word masking), or several words in a row, replaced as one (SpanBERT)</source>
      <translation>Was als Einheit gewählt wird: einzelne Tokens (BERT), alle Tokens eines Worts (Whole Word Masking) oder mehrere Wörter in Folge, als Ganzes ersetzt (SpanBERT)</translation>
    </message>
    <message>
      <source>Seed of the dice: the same seed draws the same masks; each roll moves it on by one</source>
      <translation>Seed der Würfel: derselbe Seed zieht dieselben Masken; jeder Wurf erhöht ihn um eins</translation>
    </message>
    <message>
      <source>Roll that often at once and see the rule's numbers emerge from chance</source>
      <translation>So oft auf einmal würfeln und sehen, wie aus dem Zufall die Zahlen der Regel entstehen</translation>
    </message>
    <message>
      <source>Seed of the dice</source>
      <translation>Seed der Würfel</translation>
    </message>
    <message>
      <source>Share of tokens that is chosen</source>
      <translation>Anteil der Tokens, der gewählt wird</translation>
    </message>
    <message>
      <source>Share of the chosen that becomes [MASK]</source>
      <translation>Anteil der gewählten, der zu [MASK] wird</translation>
    </message>
    <message>
      <source>Share of the chosen that becomes a random token</source>
      <translation>Anteil der gewählten, der zu einem zufälligen Token wird</translation>
    </message>
    <message>
      <source>What is chosen as one</source>
      <translation>Was als Einheit gewählt wird</translation>
    </message>
    <message>
      <source>Roll</source>
      <translation>Wurf</translation>
    </message>
    <message>
      <source>Take all masks away</source>
      <translation>Alle Masken entfernen</translation>
    </message>
    <message>
      <source>Choose</source>
      <translation>Wählen</translation>
    </message>
    <message>
      <source>keep</source>
      <translation>bleibt</translation>
    </message>
    <message>
      <source>unit</source>
      <translation>je</translation>
    </message>
    <message>
      <source>Draw masks by the rule (Ctrl+R).</source>
      <translation>Masken nach der Regel ziehen (Strg+R).</translation>
    </message>
    <message>
      <source>Clear masks</source>
      <translation>Masken entfernen</translation>
    </message>
    <message>
      <source>chosen {count}/{maskable} = {share} (rule {rate})</source>
      <translation>gewählt {count}/{maskable} = {share} (Regel {rate})</translation>
    </message>
    <message>
      <source>1 roll</source>
      <translation>1 Wurf</translation>
    </message>
    <message>
      <source>{count:,} rolls</source>
      <translation>{count:,} Würfe</translation>
    </message>
    <message>
      <source>chosen 0/{maskable} (rule {rate})</source>
      <translation>gewählt 0/{maskable} (Regel {rate})</translation>
    </message>
    <message>
      <source>No token is chosen: press Roll, or click tokens</source>
      <translation>Kein Token ist gewählt: „Wurf“ drücken oder Tokens anklicken</translation>
    </message>
    <message>
      <source>{action}: {n} of {count} = {share} (rule {rate})</source>
      <translation>{action}: {n} von {count} = {share} (Regel {rate})</translation>
    </message>
    <message>
      <source>Why not always [MASK]? Fine-tuning never shows it. RANDOM and KEEP make the model work at every token, for any one may be wrong or asked for: it can't rely on seeing [MASK].</source>
      <translation>Warum nicht immer [MASK]? Beim Fine-Tuning kommt es nie vor. RANDOM und KEEP lassen das Modell an jedem Token arbeiten, denn jedes kann falsch oder gefragt sein: Es kann sich nicht darauf verlassen, [MASK] zu sehen.</translation>
    </message>
    <message>
      <source>Each token: a roll chooses {mean:.3g} of {maskable} = {share} (rule {rate})</source>
      <translation>Je Token: Ein Wurf wählt {mean:.3g} von {maskable} = {share} (Regel {rate})</translation>
    </message>
    <message>
      <source>{count:,} = {share:.1f} % (rule {rate})</source>
      <translation>{count:,} = {share:.1f} % (Regel {rate})</translation>
    </message>
    <message>
      <source>There is no token to choose: type a sentence.</source>
      <translation>Es gibt kein Token zu wählen: einen Satz eingeben.</translation>
    </message>
    <message>
      <source>The rule chooses 0 % of the tokens: raise it to see rolls.</source>
      <translation>Die Regel wählt 0 % der Tokens: Anteil erhöhen, um Würfe zu sehen.</translation>
    </message>
    <message>
      <source>No whole word fits into {share} of the tokens: raise it, or choose tokens.</source>
      <translation>Kein ganzes Wort passt in {share} der Tokens: Anteil erhöhen oder einzelne Tokens wählen.</translation>
    </message>
    <message>
      <source>One token alone: each roll chooses it, for a roll always chooses one</source>
      <translation>Ein einziges Token: Jeder Wurf wählt es, denn ein Wurf wählt immer eines</translation>
    </message>
    <message>
      <source>{rolls}: {total:,} chosen</source>
      <translation>{rolls}: {total:,} gewählt</translation>
    </message>
    <message>
      <source>{done:,} of {wanted:,} rolls …</source>
      <translation>{done:,} von {wanted:,} Würfen …</translation>
    </message>
    <message>
      <source>Shares after so many rolls</source>
      <translation>Anteile nach so vielen Würfen</translation>
    </message>
    <message>
      <source>never</source>
      <translation>nie</translation>
    </message>
    <message>
      <source>How often is rolled: four times as many rolls halve the distance from 80/10/10, which falls as 1/√n</source>
      <translation>Wie oft gewürfelt wird: Viermal so viele Würfe halbieren den Abstand zu 80/10/10, der wie 1/√n fällt</translation>
    </message>
    <message>
      <source>Rolls the rule many times for this pair: each token is chosen at the rule's rate, and the shares of MASK, RANDOM and KEEP settle at 80/10/10, with an error of about √(p(1−p)/n) after n chosen tokens.</source>
      <translation>Würfelt die Regel für dieses Paar viele Male: Jedes Token wird mit der Rate der Regel gewählt, und die Anteile von MASK, RANDOM und KEEP pendeln sich bei 80/10/10 ein, mit einem Fehler von etwa √(p(1−p)/n) nach n gewählten Tokens.</translation>
    </message>
    <message>
      <source>&lt;b&gt;{token}&lt;/b&gt;: chosen in {times:,} of {rolls:,} rolls</source>
      <translation>&lt;b&gt;{token}&lt;/b&gt;: in {times:,} von {rolls:,} Würfen gewählt</translation>
    </message>
    <message>
      <source>Many rolls of the mask rule</source>
      <translation>Viele Würfe der Maskenregel</translation>
    </message>
    <message>
      <source>Number of rolls</source>
      <translation>Zahl der Würfe</translation>
    </message>
    <message>
      <source>Change the number of rolls</source>
      <translation>Zahl der Würfe ändern</translation>
    </message>
    <message>
      <source>&amp;File</source>
      <translation>&amp;Datei</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>&amp;Ansicht</translation>
    </message>
    <message>
      <source>&amp;Model</source>
      <translation>&amp;Modell</translation>
    </message>
    <message>
      <source>&amp;Training</source>
      <translation>&amp;Training</translation>
    </message>
    <message>
      <source>E&amp;xamples</source>
      <translation>Beis&amp;piele</translation>
    </message>
    <message>
      <source>&amp;Lessons</source>
      <translation>&amp;Lektionen</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>&amp;Hilfe</translation>
    </message>
    <message>
      <source>Save picture of the view …</source>
      <translation>Bild der Ansicht speichern …</translation>
    </message>
    <message>
      <source>Save numbers of the view …</source>
      <translation>Zahlen der Ansicht speichern …</translation>
    </message>
    <message>
      <source>Copy picture of the view</source>
      <translation>Bild der Ansicht kopieren</translation>
    </message>
    <message>
      <source>Copy numbers of the view</source>
      <translation>Zahlen der Ansicht kopieren</translation>
    </message>
    <message>
      <source>&amp;Token embeddings alone</source>
      <translation>&amp;Token-Embeddings allein</translation>
    </message>
    <message>
      <source>Token + &amp;segment embeddings</source>
      <translation>Token- + &amp;Segment-Embeddings</translation>
    </message>
    <message>
      <source>Token + segment + &amp;position embeddings</source>
      <translation>Token- + Segment- + &amp;Positions-Embeddings</translation>
    </message>
    <message>
      <source>S&amp;um of the three</source>
      <translation>S&amp;umme der drei</translation>
    </message>
    <message>
      <source>Sum, then &amp;LayerNorm</source>
      <translation>Summe, dann &amp;LayerNorm</translation>
    </message>
    <message>
      <source>Tra&amp;vel through its steps</source>
      <translation>&amp;Durch die Schritte reisen</translation>
    </message>
    <message>
      <source>&amp;Task</source>
      <translation>&amp;Aufgabe</translation>
    </message>
    <message>
      <source>&amp;Compare</source>
      <translation>&amp;Vergleichen</translation>
    </message>
    <message>
      <source>Picture si&amp;ze</source>
      <translation>Bild&amp;größe</translation>
    </message>
    <message>
      <source>On A4: for each page a picture, its words and room for notes.</source>
      <translation>Auf A4: je Seite ein Bild, ihre Worte und Platz für Notizen.</translation>
    </message>
    <message>
      <source>Lesson as PDF &amp;handout …</source>
      <translation>Lektion als PDF-&amp;Handout …</translation>
    </message>
    <message>
      <source>Each page as it is presented, 1920 x 1080 pixels.</source>
      <translation>Jede Seite, wie sie präsentiert wird, 1920 x 1080 Pixel.</translation>
    </message>
    <message>
      <source>Put a random sentence of the corpus in B's place: does the verdict change?</source>
      <translation>Einen zufälligen Satz des Korpus an die Stelle von B setzen: Ändert sich das Urteil?</translation>
    </message>
    <message>
      <source>Fill the screen, for a class: large text, keys that turn pages, point and draw.</source>
      <translation>Den Bildschirm füllen, für den Unterricht: großer Text, Tasten zum Blättern, Zeigen und Zeichnen.</translation>
    </message>
    <message>
      <source>Notes, what comes next, and the time; on a second screen where there is one.</source>
      <translation>Notizen, was als Nächstes kommt, und die Zeit; auf einem zweiten Bildschirm, wo es einen gibt.</translation>
    </message>
    <message>
      <source>Presenter's &amp;window</source>
      <translation>&amp;Referentenfenster</translation>
    </message>
    <message>
      <source>Put every panel where it was at first.</source>
      <translation>Jedes Panel dorthin setzen, wo es anfangs war.</translation>
    </message>
    <message>
      <source>By name; nothing is loaded before you have seen how much it is.</source>
      <translation>Über den Namen; nichts wird geladen, bevor zu sehen ist, wie viel es ist.</translation>
    </message>
    <message>
      <source>Keep what is looked at now as B, then look at another step or model as A.</source>
      <translation>Das jetzt Betrachtete als B behalten, dann einen anderen Schritt oder ein anderes Modell als A betrachten.</translation>
    </message>
    <message>
      <source>Show {side}</source>
      <translation>{side} zeigen</translation>
    </message>
    <message>
      <source>One training step as a story, on your own pair or a row of the batch.</source>
      <translation>Ein Trainingsschritt als Erzählung, am eigenen Paar oder an einer Zeile des Batches.</translation>
    </message>
    <message>
      <source>All runs there are: open, go on, name, compare, or move to the bin.</source>
      <translation>Alle Läufe, die es gibt: öffnen, fortsetzen, benennen, vergleichen oder in den Papierkorb legen.</translation>
    </message>
    <message>
      <source>Let another machine compute, such as one with a GPU that ssh reaches.</source>
      <translation>Einen anderen Rechner rechnen lassen, etwa einen mit GPU, der über ssh erreichbar ist.</translation>
    </message>
    <message>
      <source>A lesson that lies anywhere on this machine.</source>
      <translation>Eine Lektion, die irgendwo auf diesem Rechner liegt.</translation>
    </message>
    <message>
      <source>&amp;Open lesson file …</source>
      <translation>Lektions&amp;datei öffnen …</translation>
    </message>
    <message>
      <source>Make a lesson of your own: pages of words that set this window.</source>
      <translation>Eine eigene Lektion machen: Seiten mit Worten, die dieses Fenster einstellen.</translation>
    </message>
    <message>
      <source>&amp;Write a lesson …</source>
      <translation>Lektion &amp;schreiben …</translation>
    </message>
    <message>
      <source>The lesson that is read now; of one that ships you save a copy of your own.</source>
      <translation>Die Lektion, die gerade gelesen wird; von einer mitgelieferten wird eine eigene Kopie gespeichert.</translation>
    </message>
    <message>
      <source>&amp;Edit this lesson …</source>
      <translation>Diese Lektion &amp;bearbeiten …</translation>
    </message>
    <message>
      <source>Put sentences, masks and view, as they are now, on a new page of a lesson.</source>
      <translation>Sätze, Masken und Ansicht, wie sie jetzt sind, auf eine neue Seite einer Lektion setzen.</translation>
    </message>
    <message>
      <source>Save this s&amp;tate as a page …</source>
      <translation>Diesen &amp;Zustand als Seite speichern …</translation>
    </message>
    <message>
      <source>Seven stops through this window, in two minutes.</source>
      <translation>Sieben Stationen durch dieses Fenster, in zwei Minuten.</translation>
    </message>
    <message>
      <source>Of the view that has the focus; the ? of each view does it too.</source>
      <translation>Zu der Ansicht, die den Fokus hat; das ? jeder Ansicht tut es auch.</translation>
    </message>
    <message>
      <source>&amp;Panels</source>
      <translation>P&amp;anels</translation>
    </message>
    <message>
      <source>&amp;Stage of the input</source>
      <translation>S&amp;tufe der Eingabe</translation>
    </message>
    <message>
      <source>&amp;Recent</source>
      <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
      <source>&amp;Open session …</source>
      <translation>Sitzung ö&amp;ffnen …</translation>
    </message>
    <message>
      <source>&amp;Save session …</source>
      <translation>Sitzung &amp;speichern …</translation>
    </message>
    <message>
      <source>Of the view that has the focus; each view's ⋯ menu does it too.</source>
      <translation>Von der Ansicht, die den Fokus hat; das Menü ⋯ jeder Ansicht tut es auch.</translation>
    </message>
    <message>
      <source>Save picture of the &amp;window …</source>
      <translation>Bild des F&amp;ensters speichern …</translation>
    </message>
    <message>
      <source>1 pixel for each of the screen</source>
      <translation>1 Pixel je Bildschirmpixel</translation>
    </message>
    <message>
      <source>{count} pixels for each of the screen</source>
      <translation>{count} Pixel je Bildschirmpixel</translation>
    </message>
    <message>
      <source>Pa&amp;ges as PNG …</source>
      <translation>Seiten als &amp;PNG …</translation>
    </message>
    <message>
      <source>&amp;Quit</source>
      <translation>&amp;Beenden</translation>
    </message>
    <message>
      <source>&amp;Undo</source>
      <translation>&amp;Rückgängig</translation>
    </message>
    <message>
      <source>&amp;Redo</source>
      <translation>&amp;Wiederholen</translation>
    </message>
    <message>
      <source>Ro&amp;ll masks</source>
      <translation>Masken wür&amp;feln</translation>
    </message>
    <message>
      <source>&amp;Clear masks</source>
      <translation>Masken &amp;entfernen</translation>
    </message>
    <message>
      <source>S&amp;wap A and B</source>
      <translation>A und B &amp;tauschen</translation>
    </message>
    <message>
      <source>Ra&amp;ndom B</source>
      <translation>&amp;Zufälliges B</translation>
    </message>
    <message>
      <source>Set the cla&amp;ssic pair</source>
      <translation>&amp;Klassisches Paar setzen</translation>
    </message>
    <message>
      <source>Pr&amp;esent</source>
      <translation>&amp;Präsentieren</translation>
    </message>
    <message>
      <source>L&amp;arger text</source>
      <translation>&amp;Größerer Text</translation>
    </message>
    <message>
      <source>S&amp;maller text</source>
      <translation>&amp;Kleinerer Text</translation>
    </message>
    <message>
      <source>&amp;Normal text</source>
      <translation>&amp;Normaler Text</translation>
    </message>
    <message>
      <source>&amp;Reset the panels</source>
      <translation>Panels &amp;zurücksetzen</translation>
    </message>
    <message>
      <source>The model that &amp;ships</source>
      <translation>&amp;Mitgeliefertes Modell</translation>
    </message>
    <message>
      <source>Open &amp;model folder …</source>
      <translation>Modell&amp;ordner öffnen …</translation>
    </message>
    <message>
      <source>Open run &amp;folder …</source>
      <translation>&amp;Laufordner öffnen …</translation>
    </message>
    <message>
      <source>Load from the &amp;Hub …</source>
      <translation>Vom &amp;Hub laden …</translation>
    </message>
    <message>
      <source>&amp;Pin this as B</source>
      <translation>Dies als B &amp;anheften</translation>
    </message>
    <message>
      <source>Pin a model &amp;folder as B …</source>
      <translation>Modell&amp;ordner als B anheften …</translation>
    </message>
    <message>
      <source>&amp;Heads that changed most</source>
      <translation>Am stärksten veränderte &amp;Köpfe</translation>
    </message>
    <message>
      <source>Compare no &amp;longer</source>
      <translation>Nicht mehr &amp;vergleichen</translation>
    </message>
    <message>
      <source>&amp;Play</source>
      <translation>&amp;Start</translation>
    </message>
    <message>
      <source>Single &amp;step</source>
      <translation>&amp;Einzelschritt</translation>
    </message>
    <message>
      <source>&amp;Reset the run</source>
      <translation>Lauf &amp;zurücksetzen</translation>
    </message>
    <message>
      <source>Slow &amp;motion</source>
      <translation>Zeit&amp;lupe</translation>
    </message>
    <message>
      <source>R&amp;uns …</source>
      <translation>Lä&amp;ufe …</translation>
    </message>
    <message>
      <source>Train on a te&amp;xt file …</source>
      <translation>Mit &amp;Textdatei trainieren …</translation>
    </message>
    <message>
      <source>Train on a &amp;folder of texts …</source>
      <translation>Mit Text&amp;ordner trainieren …</translation>
    </message>
    <message>
      <source>&amp;Engine …</source>
      <translation>En&amp;gine …</translation>
    </message>
    <message>
      <source>&amp;Keys</source>
      <translation>&amp;Tasten</translation>
    </message>
    <message>
      <source>&amp;Command palette</source>
      <translation>&amp;Befehlspalette</translation>
    </message>
    <message>
      <source>&amp;Tour of bertscope</source>
      <translation>To&amp;ur durch bertscope</translation>
    </message>
    <message>
      <source>&amp;Engine log</source>
      <translation>&amp;Engine-Protokoll</translation>
    </message>
    <message>
      <source>&amp;About bertscope</source>
      <translation>Über bert&amp;scope</translation>
    </message>
    <message>
      <source>&amp;Pause</source>
      <translation>&amp;Pause</translation>
    </message>
    <message>
      <source>About bertscope</source>
      <translation>Über bertscope</translation>
    </message>
    <message>
      <source>bertscope {version}: a microscope for BERT's pre-training.

Devlin, Chang, Lee, Toutanova: BERT, 2018. Licence: Apache-2.0.</source>
      <translation>bertscope {version}: ein Mikroskop für das Pre-Training von BERT.

Devlin, Chang, Lee, Toutanova: BERT, 2018. Lizenz: Apache-2.0.</translation>
    </message>
    <message>
      <source>Engine log</source>
      <translation>Engine-Protokoll</translation>
    </message>
    <message>
      <source>Colours of the s&amp;ystem</source>
      <translation>Farben des &amp;Systems</translation>
    </message>
    <message>
      <source>&amp;Light</source>
      <translation>&amp;Hell</translation>
    </message>
    <message>
      <source>&amp;Dark</source>
      <translation>&amp;Dunkel</translation>
    </message>
    <message>
      <source>Change the stage</source>
      <translation>Stufe ändern</translation>
    </message>
    <message>
      <source>The engine wrote nothing.</source>
      <translation>Die Engine hat nichts geschrieben.</translation>
    </message>
    <message>
      <source>&amp;Back to the page before</source>
      <translation>&amp;Vorige Seite</translation>
    </message>
    <message>
      <source>&amp;Next page</source>
      <translation>&amp;Nächste Seite</translation>
    </message>
    <message>
      <source>&amp;Set the page again</source>
      <translation>Seite neu s&amp;etzen</translation>
    </message>
    <message>
      <source>&amp;Leave the lesson</source>
      <translation>Lektion ver&amp;lassen</translation>
    </message>
    <message>
      <source>{name} has no {heads}: what you see from there comes from random weights until you train.</source>
      <translation>{name} hat keinen {heads}: Was von dort zu sehen ist, kommt bis zum Training aus Zufallsgewichten.</translation>
    </message>
    <message>
      <source>reading {name} …</source>
      <translation>{name} wird gelesen …</translation>
    </message>
    <message>
      <source> and no </source>
      <translation> und keinen </translation>
    </message>
    <message>
      <source>{name} was being read and is not open.</source>
      <translation>{name} wurde gerade gelesen und ist nicht offen.</translation>
    </message>
    <message>
      <source>logits</source>
      <translation>Logits</translation>
    </message>
    <message>
      <source>Not chosen: what the model says here is no part of the loss.</source>
      <translation>Nicht gewählt: Was das Modell hier sagt, zählt nicht zum Loss.</translation>
    </message>
    <message>
      <source>The word is hidden, and is guessed from both sides. [MASK] is never seen when BERT is used, so not every chosen word is hidden: some are kept, some are replaced.</source>
      <translation>Das Wort ist verdeckt und wird von beiden Seiten her geraten. Im Einsatz sieht BERT nie [MASK], darum wird nicht jedes gewählte Wort verdeckt: Manche bleiben, manche werden ersetzt.</translation>
    </message>
    <message>
      <source>A random word stands here, and the model has to say what was there: it learns to weigh each word against the others, for any of them may be wrong.</source>
      <translation>Hier steht ein zufälliges Wort, und das Modell muss sagen, was dort stand: Es lernt, jedes Wort gegen die anderen abzuwägen, denn jedes kann falsch sein.</translation>
    </message>
    <message>
      <source>The word is kept, and asked for all the same: the model can't know which words it will be asked for, so it has to understand every one of them; and the word it sees is often the right one.</source>
      <translation>Das Wort bleibt und wird trotzdem erfragt: Das Modell kann nicht wissen, nach welchen Wörtern es gefragt wird, also muss es jedes verstehen; und das Wort, das es sieht, ist oft das richtige.</translation>
    </message>
    <message>
      <source>{output} · was “{token}”</source>
      <translation>{output} · war „{token}“</translation>
    </message>
    <message>
      <source>{output} · reads “{token}”</source>
      <translation>{output} · liest „{token}“</translation>
    </message>
    <message>
      <source>{facts}: the loss is −ln of the original's probability, 0 where the model is sure of it. Double-click the title for all probabilities.</source>
      <translation>{facts}: Der Loss ist −ln der Wahrscheinlichkeit des Originals, 0, wo sich das Modell sicher ist. Doppelklick auf den Titel zeigt alle Wahrscheinlichkeiten.</translation>
    </message>
    <message>
      <source>“{token}” is a random word: none can be trusted blindly.</source>
      <translation>„{token}“ ist zufällig: Keinem Wort ist blind zu trauen.</translation>
    </message>
    <message>
      <source>“{token}” is random: trust no word blindly.</source>
      <translation>„{token}“ ist zufällig: kein Wort blind glauben.</translation>
    </message>
    <message>
      <source>reads “{token}”, random</source>
      <translation>liest „{token}“, zufällig</translation>
    </message>
    <message>
      <source>p {share} · rank {rank} of {size:,} · −ln p = {loss}</source>
      <translation>p {share} · Rang {rank} von {size:,} · −ln p = {loss}</translation>
    </message>
    <message>
      <source>p {share} · rank {rank} · −ln p = {loss}</source>
      <translation>p {share} · Rang {rank} · −ln p = {loss}</translation>
    </message>
    <message>
      <source>Kept, but asked for: no word is safe to skip.</source>
      <translation>Bleibt, wird aber erfragt: Kein Wort lässt sich auslassen.</translation>
    </message>
    <message>
      <source>kept as it is</source>
      <translation>unverändert</translation>
    </message>
    <message>
      <source>Fine-tuning has put another head in the place of the masked-LM head: what the model answers stands in the panel Answer. A token that is masked above is hidden from it.</source>
      <translation>Fine-Tuning hat den Masked-LM-Kopf durch einen anderen ersetzt: Was das Modell antwortet, steht im Panel „Antwort“. Ein Token, das oben maskiert ist, bleibt ihm verborgen.</translation>
    </message>
    <message>
      <source>Click a token above to mask it, or press T on one: here BERT says what stands there.</source>
      <translation>Oben ein Token anklicken, um es zu maskieren, oder darauf T drücken: Hier sagt BERT, was dort steht.</translation>
    </message>
    <message>
      <source>Type a sentence above and mask a token of it: here BERT says what stands there.</source>
      <translation>Oben einen Satz eingeben und ein Token davon maskieren: Hier sagt BERT, was dort steht.</translation>
    </message>
    <message>
      <source>Predictions at the chosen and the asked positions</source>
      <translation>Vorhersagen an den gewählten und den befragten Positionen</translation>
    </message>
    <message>
      <source>{token} · rank {rank:,} · p {share}</source>
      <translation>{token} · Rang {rank:,} · p {share}</translation>
    </message>
    <message>
      <source>H = {entropy} nats · perplexity eᴴ = {perplexity}</source>
      <translation>H = {entropy} Nats · Perplexität eᴴ = {perplexity}</translation>
    </message>
    <message>
      <source>rank</source>
      <translation>Rang</translation>
    </message>
    <message>
      <source>probability</source>
      <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
      <source>top {rank:,}: {mass}</source>
      <translation>Top {rank:,}: {mass}</translation>
    </message>
    <message>
      <source>Press the curve on a prediction, or double-click its title: here its whole distribution is shown, all tokens of the vocabulary from the likeliest to the least likely.</source>
      <translation>Bei einer Vorhersage auf die Kurve drücken oder ihren Titel doppelt anklicken: Hier erscheint die ganze Verteilung, alle Tokens des Vokabulars vom wahrscheinlichsten bis zum unwahrscheinlichsten.</translation>
    </message>
    <message>
      <source>Reading the probabilities of the whole vocabulary.</source>
      <translation>Die Wahrscheinlichkeiten des ganzen Vokabulars werden gelesen.</translation>
    </message>
    <message>
      <source>The position that was looked at has no prediction any more: press the curve on another one.</source>
      <translation>Die betrachtete Position hat keine Vorhersage mehr: bei einer anderen auf die Kurve drücken.</translation>
    </message>
    <message>
      <source>softmax gives every token of the vocabulary a probability; here they are sorted. The entropy H = −Σ p ln p says how uncertain the model is: as uncertain as among e^H equally likely tokens, the perplexity.</source>
      <translation>softmax gibt jedem Token des Vokabulars eine Wahrscheinlichkeit; hier sind sie sortiert. Die Entropie H = −Σ p ln p sagt, wie unsicher das Modell ist: so unsicher wie bei e^H gleich wahrscheinlichen Tokens, der Perplexität.</translation>
    </message>
    <message>
      <source>Probabilities of all tokens, sorted</source>
      <translation>Wahrscheinlichkeiten aller Tokens, sortiert</translation>
    </message>
    <message>
      <source>L_MLM = −(1/|M|) Σ ln p(w_i | masked pair): the mean over the chosen positions M of −ln p of the original token.</source>
      <translation>L_MLM = −(1/|M|) Σ ln p(w_i | maskiertes Paar): der Mittelwert von −ln p des ursprünglichen Tokens über die gewählten Positionen M.</translation>
    </message>
    <message>
      <source>L_NSP = −ln P(label | C): how surprised the model is by whether B follows A.</source>
      <translation>L_NSP = −ln P(Label | C): wie überrascht das Modell davon ist, ob B auf A folgt.</translation>
    </message>
    <message>
      <source>L = −ln P(label): how surprised the fine-tuned model is by the class that is right.</source>
      <translation>L = −ln P(Label): wie überrascht das feinabgestimmte Modell von der richtigen Klasse ist.</translation>
    </message>
    <message>
      <source>L = L_MLM + L_NSP: what training makes smaller, averaged over many pairs.</source>
      <translation>L = L_MLM + L_NSP: was das Training verkleinert, gemittelt über viele Paare.</translation>
    </message>
    <message>
      <source>no token is chosen: no masked-LM loss</source>
      <translation>kein Token gewählt: kein Masked-LM-Loss</translation>
    </message>
    <message>
      <source>B is empty: no next-sentence loss</source>
      <translation>B ist leer: kein Next-Sentence-Loss</translation>
    </message>
    <message>
      <source>no label is set: say in the panel Answer which class is right</source>
      <translation>kein Label gesetzt: im Panel „Antwort“ die richtige Klasse angeben</translation>
    </message>
    <message>
      <source>no loss: what is right is known only of the examples it is trained on</source>
      <translation>kein Loss: Was richtig ist, ist nur von den Trainingsbeispielen bekannt</translation>
    </message>
    <message>
      <source>{count} more</source>
      <translation>{count} weitere</translation>
    </message>
    <message>
      <source>label ✓</source>
      <translation>Label ✓</translation>
    </message>
    <message>
      <source>−ln p of the original token “{token}” at {at}, which has p = {share}; the loss is the mean over the chosen positions.</source>
      <translation>−ln p des ursprünglichen Tokens „{token}“ bei {at}, das p = {share} hat; der Loss ist der Mittelwert über die gewählten Positionen.</translation>
    </message>
    <message>
      <source>Of A. {tip}</source>
      <translation>Von A. {tip}</translation>
    </message>
    <message>
      <source>Of B. {tip}</source>
      <translation>Von B. {tip}</translation>
    </message>
    <message>
      <source>There is no loss that both A and B have: look at A or at B.</source>
      <translation>Es gibt keinen Loss, den A und B beide haben: A oder B ansehen.</translation>
    </message>
    <message>
      <source>Choose a token, or type a sentence B: without both there is nothing to learn from.</source>
      <translation>Ein Token wählen oder einen Satz B eingeben: Ohne beides gibt es nichts zu lernen.</translation>
    </message>
    <message>
      <source>The objective of this pair: L = −(1/|M|) Σ_{i∈M} ln p(w_i | masked pair) − ln P(label | C), with M the chosen positions, w_i the tokens that stood there and C the vector of [CLS] (Devlin et al. 2018).</source>
      <translation>Die Zielfunktion dieses Paars: L = −(1/|M|) Σ_{i∈M} ln p(w_i | maskiertes Paar) − ln P(Label | C), mit M den gewählten Positionen, w_i den Tokens, die dort standen, und C dem Vektor von [CLS] (Devlin et al. 2018).</translation>
    </message>
    <message>
      <source>The objective of this pair</source>
      <translation>Die Zielfunktion dieses Paars</translation>
    </message>
    <message>
      <source>How many of the likeliest tokens are listed, of all that softmax gives a probability</source>
      <translation>Wie viele der wahrscheinlichsten Tokens aufgeführt sind, von allen, denen softmax eine Wahrscheinlichkeit gibt</translation>
    </message>
    <message>
      <source>What the masked-LM head says at each position: p = softmax(E·h + b) over the whole vocabulary, with E the token embeddings and h from T_i. Click a guess to put it into the sentence.</source>
      <translation>Was der Masked-LM-Kopf an jeder Position sagt: p = softmax(E·h + b) über das ganze Vokabular, mit E den Token-Embeddings und h aus T_i. Klick auf einen Vorschlag setzt ihn in den Satz ein.</translation>
    </message>
    <message>
      <source>≤: it isn't among the likeliest that were asked for</source>
      <translation>≤: gehört nicht zu den wahrscheinlichsten, die erfragt wurden</translation>
    </message>
    <message>
      <source>Show the probability of every token of the vocabulary here (D)</source>
      <translation>Die Wahrscheinlichkeit jedes Tokens des Vokabulars hier zeigen (D)</translation>
    </message>
    <message>
      <source>Ask no longer what the model says here (Delete)</source>
      <translation>Nicht mehr fragen, was das Modell hier sagt (Entf)</translation>
    </message>
    <message>
      <source>Show a distribution</source>
      <translation>Verteilung zeigen</translation>
    </message>
    <message>
      <source>Guesses that each prediction lists</source>
      <translation>Vorschläge, die jede Vorhersage auflistet</translation>
    </message>
    <message>
      <source>Change how many guesses are listed</source>
      <translation>Zahl der Vorschläge ändern</translation>
    </message>
    <message>
      <source>Click to put it into the sentence</source>
      <translation>Klick setzt es in den Satz ein</translation>
    </message>
    <message>
      <source>top</source>
      <translation>Top</translation>
    </message>
    <message>
      <source>Close a prediction</source>
      <translation>Vorhersage schließen</translation>
    </message>
    <message>
      <source>Whether B really follows A: the label, and the loss is −ln of its probability. In training half of the pairs have a random sentence as B.</source>
      <translation>Ob B wirklich auf A folgt: das Label; der Loss ist −ln seiner Wahrscheinlichkeit. Im Training hat die Hälfte der Paare einen zufälligen Satz als B.</translation>
    </message>
    <message>
      <source>B is empty: type a sentence there, or press Random B, to have it judged.</source>
      <translation>B ist leer: einen Satz eingeben oder „Zufälliges B“ drücken, damit er beurteilt wird.</translation>
    </message>
    <message>
      <source>Fine-tuning has put another head in the place of the next-sentence head: what it says of C stands in the panel Answer.</source>
      <translation>Fine-Tuning hat den Next-Sentence-Kopf durch einen anderen ersetzt: Was er zu C sagt, steht im Panel „Antwort“.</translation>
    </message>
    <message>
      <source>BERT judges the pair by C, the last hidden state of [CLS]: P(IsNext) = softmax(U·tanh(W·C + b) + d). The loss is −ln of the label's probability.</source>
      <translation>BERT beurteilt das Paar nach C, dem letzten Hidden State von [CLS]: P(IsNext) = softmax(U·tanh(W·C + b) + d). Der Loss ist −ln der Wahrscheinlichkeit des Labels.</translation>
    </message>
    <message>
      <source>Next sentence prediction from C</source>
      <translation>Next Sentence Prediction aus C</translation>
    </message>
    <message>
      <source>Label of the pair</source>
      <translation>Label des Paars</translation>
    </message>
    <message>
      <source>B follows A</source>
      <translation>B folgt auf A</translation>
    </message>
    <message>
      <source>B doesn't follow A</source>
      <translation>B folgt nicht auf A</translation>
    </message>
    <message>
      <source>A linear layer turns the pooled vector into two logits, and softmax these into probabilities: P(IsNext) = e^x₀ / (e^x₀ + e^x₁). ✓ is the label of the pair.</source>
      <translation>Eine lineare Schicht macht aus dem Vektor des Poolers zwei Logits und softmax daraus Wahrscheinlichkeiten: P(IsNext) = e^x₀ / (e^x₀ + e^x₁). ✓ ist das Label des Paars.</translation>
    </message>
    <message>
      <source>C: the last hidden state of [CLS], {size} values, which has attended to the whole pair. Colours end at ±{limit:.2f}.</source>
      <translation>C: der letzte Hidden State von [CLS], {size} Werte, der das ganze Paar beachtet hat. Die Farben enden bei ±{limit:.2f}.</translation>
    </message>
    <message>
      <source>The pooler, tanh(W·C + b), {size} values between −1 and 1. Colours end at ±{limit:.2f}.</source>
      <translation>Der Pooler, tanh(W·C + b), {size} Werte zwischen −1 und 1. Die Farben enden bei ±{limit:.2f}.</translation>
    </message>
    <message>
      <source>Shown is {side}.</source>
      <translation>Gezeigt ist {side}.</translation>
    </message>
    <message>
      <source>pooler</source>
      <translation>Pooler</translation>
    </message>
    <message>
      <source>Pre-training on both objectives at once.</source>
      <translation>Pre-Training auf beide Ziele zugleich.</translation>
    </message>
    <message>
      <source>Fine-tuning: the loss of labelled examples, and how well those are answered that are kept apart. All weights move, unless only the head is trained.</source>
      <translation>Fine-Tuning: der Loss gelabelter Beispiele, und wie gut die zurückgehaltenen beantwortet werden. Alle Gewichte bewegen sich, außer wenn nur der Kopf trainiert wird.</translation>
    </message>
    <message>
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <source>What the model says at T</source>
      <translation>Was das Modell bei T sagt</translation>
    </message>
    <message>
      <source>C: is B next?</source>
      <translation>C: Folgt B?</translation>
    </message>
    <message>
      <source>Objective</source>
      <translation>Zielfunktion</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <source>Which tokens count</source>
      <translation>Welche Tokens zählen</translation>
    </message>
    <message>
      <source>Attention</source>
      <translation>Attention</translation>
    </message>
    <message>
      <source>Layers</source>
      <translation>Schichten</translation>
    </message>
    <message>
      <source>Map</source>
      <translation>Karte</translation>
    </message>
    <message>
      <source>Changed heads</source>
      <translation>Veränderte Köpfe</translation>
    </message>
    <message>
      <source>Vector</source>
      <translation>Vektor</translation>
    </message>
    <message>
      <source>All probabilities</source>
      <translation>Alle Wahrscheinlichkeiten</translation>
    </message>
    <message>
      <source>Many rolls</source>
      <translation>Viele Würfe</translation>
    </message>
    <message>
      <source>What pre-training is worth</source>
      <translation>Was Pre-Training bringt</translation>
    </message>
    <message>
      <source>Curves</source>
      <translation>Kurven</translation>
    </message>
    <message>
      <source>Input figure</source>
      <translation>Eingabefigur</translation>
    </message>
    <message>
      <source>What is this?</source>
      <translation>Was ist das?</translation>
    </message>
    <message>
      <source>Click for the formula and the lesson (Shift+F1)</source>
      <translation>Klicken für die Formel und die Lektion (Umschalt+F1)</translation>
    </message>
    <message>
      <source>Take it out of the window</source>
      <translation>Aus dem Fenster herausnehmen</translation>
    </message>
    <message>
      <source>Save or copy this view, move it or put it away</source>
      <translation>Diese Ansicht speichern oder kopieren, verschieben oder weglegen</translation>
    </message>
    <message>
      <source>More of {title}</source>
      <translation>Mehr zu {title}</translation>
    </message>
    <message>
      <source>Put it away</source>
      <translation>Weglegen</translation>
    </message>
    <message>
      <source>Put it back into the window</source>
      <translation>Zurück ins Fenster setzen</translation>
    </message>
    <message>
      <source>The screen is blank: any key brings the picture back</source>
      <translation>Der Bildschirm ist leer: Jede Taste holt das Bild zurück</translation>
    </message>
    <message>
      <source>{path} can't be written ({reason}): choose another place.</source>
      <translation>{path} kann nicht geschrieben werden ({reason}): einen anderen Ort wählen.</translation>
    </message>
    <message>
      <source>No lesson is open: begin one in the Lessons menu, then save it.</source>
      <translation>Keine Lektion ist offen: eine im Menü „Lektionen“ beginnen, dann speichern.</translation>
    </message>
    <message>
      <source>Save the lesson as a PDF handout</source>
      <translation>Lektion als PDF-Handout speichern</translation>
    </message>
    <message>
      <source>Save the pages as PNG</source>
      <translation>Seiten als PNG speichern</translation>
    </message>
    <message>
      <source>Folder of PNG pictures (*)</source>
      <translation>Ordner mit PNG-Bildern (*)</translation>
    </message>
    <message>
      <source>painting {count} pages …</source>
      <translation>{count} Seiten werden gemalt …</translation>
    </message>
    <message>
      <source>The lesson could not be saved ({reason}): try again.</source>
      <translation>Die Lektion konnte nicht gespeichert werden ({reason}): noch einmal versuchen.</translation>
    </message>
    <message>
      <source>The lesson is in {name}.</source>
      <translation>Die Lektion liegt in {name}.</translation>
    </message>
    <message>
      <source>Pen · {colour} · 1 2 3 colour · Ctrl+Z takes back · E erases · P puts it away</source>
      <translation>Stift · {colour} · 1 2 3 Farbe · Strg+Z nimmt zurück · E löscht · P legt ihn weg</translation>
    </message>
    <message>
      <source>Esc: leave · ?: all keys</source>
      <translation>Esc: beenden · ?: alle Tasten</translation>
    </message>
    <message>
      <source>red</source>
      <translation>Rot</translation>
    </message>
    <message>
      <source>blue</source>
      <translation>Blau</translation>
    </message>
    <message>
      <source>amber</source>
      <translation>Bernstein</translation>
    </message>
    <message>
      <source>Drawn on the picture</source>
      <translation>Auf das Bild gezeichnet</translation>
    </message>
    <message>
      <source>About {minutes} min · {pages}</source>
      <translation>Etwa {minutes} min · {pages}</translation>
    </message>
    <message>
      <source>{name}: choose a name that ends in .pdf.</source>
      <translation>{name}: einen Namen wählen, der auf .pdf endet.</translation>
    </message>
    <message>
      <source>bertscope · a lesson</source>
      <translation>bertscope · eine Lektion</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>Datum</translation>
    </message>
    <message>
      <source>→  Page Down</source>
      <translation>→  Bild ab</translation>
    </message>
    <message>
      <source>the next page; a clicker does it too</source>
      <translation>die nächste Seite; ein Presenter kann es auch</translation>
    </message>
    <message>
      <source>←  Page Up</source>
      <translation>←  Bild auf</translation>
    </message>
    <message>
      <source>the page before</source>
      <translation>die Seite davor</translation>
    </message>
    <message>
      <source>Home  End</source>
      <translation>Pos1  Ende</translation>
    </message>
    <message>
      <source>the first page, the last page</source>
      <translation>die erste Seite, die letzte Seite</translation>
    </message>
    <message>
      <source>Space</source>
      <translation>Leertaste</translation>
    </message>
    <message>
      <source>play the training, or pause it</source>
      <translation>das Training abspielen oder anhalten</translation>
    </message>
    <message>
      <source>a black screen; any key brings the picture back</source>
      <translation>ein schwarzer Bildschirm; jede Taste holt das Bild zurück</translation>
    </message>
    <message>
      <source>a white screen</source>
      <translation>ein weißer Bildschirm</translation>
    </message>
    <message>
      <source>a laser pointer that follows the mouse</source>
      <translation>ein Laserpointer, der der Maus folgt</translation>
    </message>
    <message>
      <source>a pen: draw on the picture until the page is turned</source>
      <translation>ein Stift: auf das Bild zeichnen, bis umgeblättert wird</translation>
    </message>
    <message>
      <source>the pen's colour: red, blue, amber</source>
      <translation>die Farbe des Stifts: Rot, Blau, Bernstein</translation>
    </message>
    <message>
      <source>with the pen: take back a stroke</source>
      <translation>mit dem Stift: einen Strich zurücknehmen</translation>
    </message>
    <message>
      <source>with the pen: erase all strokes</source>
      <translation>mit dem Stift: alle Striche löschen</translation>
    </message>
    <message>
      <source>a spotlight on the view under the mouse; again: off</source>
      <translation>ein Spot auf die Ansicht unter der Maus; noch einmal: aus</translation>
    </message>
    <message>
      <source>larger text, smaller text</source>
      <translation>größerer Text, kleinerer Text</translation>
    </message>
    <message>
      <source>the presenter's window: notes, clock, what comes next</source>
      <translation>das Referentenfenster: Notizen, Uhr, was als Nächstes kommt</translation>
    </message>
    <message>
      <source>leave; in a text field Esc leaves the field first</source>
      <translation>verlassen; in einem Textfeld verlässt Esc zuerst das Feld</translation>
    </message>
    <message>
      <source>these keys</source>
      <translation>diese Tasten</translation>
    </message>
    <message>
      <source>*This page has no notes.*</source>
      <translation>*Diese Seite hat keine Notizen.*</translation>
    </message>
    <message>
      <source>✓ done</source>
      <translation>✓ fertig</translation>
    </message>
    <message>
      <source>○ not done yet</source>
      <translation>○ noch nicht fertig</translation>
    </message>
    <message>
      <source>Notes of this page</source>
      <translation>Notizen zu dieser Seite</translation>
    </message>
    <message>
      <source>Presenter's window</source>
      <translation>Referentenfenster</translation>
    </message>
    <message>
      <source>← Back</source>
      <translation>← Zurück</translation>
    </message>
    <message>
      <source>Turn to the page before</source>
      <translation>Zur Seite davor blättern</translation>
    </message>
    <message>
      <source>Next →</source>
      <translation>Weiter →</translation>
    </message>
    <message>
      <source>Turn to the next page</source>
      <translation>Zur nächsten Seite blättern</translation>
    </message>
    <message>
      <source>Blank</source>
      <translation>Leer</translation>
    </message>
    <message>
      <source>Make the class's screen black, or bring it back</source>
      <translation>Den Bildschirm der Klasse schwarz machen oder zurückholen</translation>
    </message>
    <message>
      <source>Since presenting began</source>
      <translation>Seit Beginn des Vortrags</translation>
    </message>
    <message>
      <source>The time of day</source>
      <translation>Die Uhrzeit</translation>
    </message>
    <message>
      <source>Picture</source>
      <translation>Bild</translation>
    </message>
    <message>
      <source>No lesson is open</source>
      <translation>Keine Lektion ist offen</translation>
    </message>
    <message>
      <source>The class sees the views as they stand.</source>
      <translation>Die Klasse sieht die Ansichten, wie sie sind.</translation>
    </message>
    <message>
      <source>This is the last page.</source>
      <translation>Das ist die letzte Seite.</translation>
    </message>
    <message>
      <source>Next: {title}</source>
      <translation>Als Nächstes: {title}</translation>
    </message>
    <message>
      <source>The second screen is gone: the presenter's window is closed, Ctrl+Shift+P shows it here.</source>
      <translation>Der zweite Bildschirm ist weg: Das Fenster für Vortragende ist geschlossen, Strg+Umschalt+P zeigt es hier.</translation>
    </message>
    <message>
      <source>Keys while presenting</source>
      <translation>Tasten beim Präsentieren</translation>
    </message>
    <message>
      <source>The page of the lesson</source>
      <translation>Die Seite der Lektion</translation>
    </message>
    <message>
      <source>What the page says</source>
      <translation>Was die Seite sagt</translation>
    </message>
    <message>
      <source>What is asked</source>
      <translation>Was zu tun ist</translation>
    </message>
    <message>
      <source>Page {number}, “{title}”: {why}</source>
      <translation>Seite {number}, „{title}“: {why}</translation>
    </message>
    <message>
      <source>the model said nothing within {seconds:.0f} s. Try again, or choose a smaller model for that page.</source>
      <translation>das Modell hat {seconds:.0f} s lang nichts gesagt. Noch einmal versuchen oder für diese Seite ein kleineres Modell wählen.</translation>
    </message>
    <message>
      <source>it could not be set in {seconds:.0f} s.</source>
      <translation>sie konnte in {seconds:.0f} s nicht gesetzt werden.</translation>
    </message>
    <message>
      <source>The engine did not start in time: run `bertscope info`.</source>
      <translation>Die Engine ist nicht rechtzeitig gestartet: `bertscope info` ausführen.</translation>
    </message>
    <message>
      <source>The engine isn't there yet, which picks the sentence: wait a moment.</source>
      <translation>Die Engine, die den Satz auswählt, ist noch nicht da: einen Moment warten.</translation>
    </message>
    <message>
      <source>from the Hub</source>
      <translation>vom Hub</translation>
    </message>
    <message>
      <source>&amp;Forget these</source>
      <translation>Diese &amp;vergessen</translation>
    </message>
    <message>
      <source>Empty this list; nothing is deleted from the disk</source>
      <translation>Diese Liste leeren; auf dem Datenträger wird nichts gelöscht</translation>
    </message>
    <message>
      <source>{path} isn't there any more</source>
      <translation>{path} gibt es nicht mehr</translation>
    </message>
    <message>
      <source>How far play goes: it holds by itself when that is so, and play goes on from there</source>
      <translation>Wie weit das Training läuft: Es hält von selbst an, wenn das erreicht ist, und „Start“ setzt es von dort fort</translation>
    </message>
    <message>
      <source>The run is finished there; the learning rate falls to zero on the way, so moving the end changes how fast it falls</source>
      <translation>Dort ist der Lauf fertig; die Lernrate fällt bis dahin auf null, ein anderes Ende ändert also, wie schnell sie fällt</translation>
    </message>
    <message>
      <source>A step that the run has reached doesn't count any more</source>
      <translation>Ein Schritt, den der Lauf schon erreicht hat, zählt nicht mehr</translation>
    </message>
    <message>
      <source>Training holds when the mean over the last {steps} steps is below this, for one batch alone may be lucky</source>
      <translation>Das Training hält an, wenn das Mittel der letzten {steps} Schritte darunter liegt, denn ein einzelner Batch kann Glück haben</translation>
    </message>
    <message>
      <source>How far play goes</source>
      <translation>Wie weit das Training läuft</translation>
    </message>
    <message>
      <source>Stop at step</source>
      <translation>Ende bei Schritt</translation>
    </message>
    <message>
      <source>Steps to do</source>
      <translation>Anzahl der Schritte</translation>
    </message>
    <message>
      <source>So many from here</source>
      <translation>So viele ab hier</translation>
    </message>
    <message>
      <source>Step to hold at</source>
      <translation>Schritt, bei dem angehalten wird</translation>
    </message>
    <message>
      <source>Masked LM loss to reach</source>
      <translation>Zu erreichender Masked-LM-Loss</translation>
    </message>
    <message>
      <source>Next sentence loss to reach</source>
      <translation>Zu erreichender Next-Sentence-Loss</translation>
    </message>
    <message>
      <source>Total loss to reach</source>
      <translation>Zu erreichender Gesamt-Loss</translation>
    </message>
    <message>
      <source>Seconds to train</source>
      <translation>Sekunden Training</translation>
    </message>
    <message>
      <source>So many from here, pauses left out</source>
      <translation>So viele ab hier, ohne Pausen</translation>
    </message>
    <message>
      <source>stop at</source>
      <translation>Ende bei</translation>
    </message>
    <message>
      <source>steps</source>
      <translation>Schritte</translation>
    </message>
    <message>
      <source>seconds</source>
      <translation>Sekunden</translation>
    </message>
    <message>
      <source>below</source>
      <translation>unter</translation>
    </message>
    <message>
      <source>B is random in {share} of the pairs, so always giving the same answer is right in {often}.</source>
      <translation>B ist in {share} der Paare zufällig; wer immer dieselbe Antwort gibt, liegt also in {often} richtig.</translation>
    </message>
    <message>
      <source>Begin a new run</source>
      <translation>Neuen Lauf beginnen</translation>
    </message>
    <message>
      <source>Go on training</source>
      <translation>Weitertrainieren</translation>
    </message>
    <message>
      <source>{run} is followed no more.</source>
      <translation>{run} wird nicht mehr verfolgt.</translation>
    </message>
    <message>
      <source>Go on with 1 pair a micro-batch</source>
      <translation>Weiter mit 1 Paar je Micro-Batch</translation>
    </message>
    <message>
      <source>Go on with {count:,} pairs a micro-batch</source>
      <translation>Weiter mit {count:,} Paaren je Micro-Batch</translation>
    </message>
    <message>
      <source>What is on the screen is kept.</source>
      <translation>Was auf dem Bildschirm ist, bleibt.</translation>
    </message>
    <message>
      <source>open model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>AdamW's learning rate at its peak: how far a step moves embeddings, biases and heads, and with AdamW alone everything. It warms up to this and falls to zero at the last step</source>
      <translation>Höchste Lernrate von AdamW: wie weit ein Schritt Embeddings, Biases und Köpfe bewegt, mit AdamW allein alles. Sie steigt im Warm-up bis hierhin und fällt bis zum letzten Schritt auf null</translation>
    </message>
    <message>
      <source>Muon's learning rate at its peak: how far a step moves the matrices inside the encoder</source>
      <translation>Höchste Lernrate von Muon: wie weit ein Schritt die Matrizen im Encoder bewegt</translation>
    </message>
    <message>
      <source>Pairs or examples a step: more of them make the gradient less noisy and the step slower</source>
      <translation>Paare oder Beispiele je Schritt: Mehr davon machen den Gradienten weniger verrauscht und den Schritt langsamer</translation>
    </message>
    <message>
      <source>Share of the tokens that is chosen and predicted; BERT's is 15 %</source>
      <translation>Anteil der Tokens, der gewählt und vorhergesagt wird; bei BERT 15 %</translation>
    </message>
    <message>
      <source>What is chosen as one: a token, all tokens of a word, or several words in a row</source>
      <translation>Was gemeinsam gewählt wird: ein Token, alle Tokens eines Worts oder mehrere Wörter hintereinander</translation>
    </message>
    <message>
      <source>What counts in the loss that is minimised; the other one is still measured. RoBERTa left out the next sentence</source>
      <translation>Was im Loss zählt, der minimiert wird; der andere wird trotzdem gemessen. RoBERTa ließ den nächsten Satz weg</translation>
    </message>
    <message>
      <source>Room on the engine's disk for the weights of past steps, so that the sentence can be looked at as the model was then; when it is full, steps between are let go of</source>
      <translation>Platz auf dem Datenträger der Engine für die Gewichte früherer Schritte, damit der Satz mit dem Modell von damals betrachtet werden kann; ist er voll, werden Schritte dazwischen aufgegeben</translation>
    </message>
    <message>
      <source>What is trained: random weights of one of BERT's sizes, or the open model's weights</source>
      <translation>Was trainiert wird: Zufallsgewichte in einer der Größen von BERT oder die Gewichte des offenen Modells</translation>
    </message>
    <message>
      <source>Tokens a pair has at the most, with [CLS] and [SEP]; BERT began with 128</source>
      <translation>So viele Tokens hat ein Paar höchstens, mit [CLS] und [SEP]; BERT begann mit 128</translation>
    </message>
    <message>
      <source>Muon makes each update of the encoder's matrices as large in all directions; AdamW does the rest, or all</source>
      <translation>Muon macht jedes Update der Encoder-Matrizen in allen Richtungen gleich groß; AdamW erledigt den Rest oder alles</translation>
    </message>
    <message>
      <source>Of weights, pairs, masks and dropout: the same seed gives the same run</source>
      <translation>Für Gewichte, Paare, Masken und Dropout: Derselbe Seed ergibt denselben Lauf</translation>
    </message>
    <message>
      <source>both losses</source>
      <translation>beide Losses</translation>
    </message>
    <message>
      <source>masked LM only</source>
      <translation>nur Masked LM</translation>
    </message>
    <message>
      <source>next sentence only</source>
      <translation>nur nächster Satz</translation>
    </message>
    <message>
      <source>The weights of the model that is open</source>
      <translation>Die Gewichte des offenen Modells</translation>
    </message>
    <message>
      <source>Learning rate of AdamW</source>
      <translation>Lernrate von AdamW</translation>
    </message>
    <message>
      <source>Learning rate of Muon</source>
      <translation>Lernrate von Muon</translation>
    </message>
    <message>
      <source>Halve the learning rate, both where there are two</source>
      <translation>Lernrate halbieren; wo es zwei gibt, beide</translation>
    </message>
    <message>
      <source>Double the learning rate, both where there are two</source>
      <translation>Lernrate verdoppeln; wo es zwei gibt, beide</translation>
    </message>
    <message>
      <source>Batch size</source>
      <translation>Batch-Größe</translation>
    </message>
    <message>
      <source>Share of tokens that is masked</source>
      <translation>Anteil der Tokens, der maskiert wird</translation>
    </message>
    <message>
      <source>What is masked as one</source>
      <translation>Was gemeinsam maskiert wird</translation>
    </message>
    <message>
      <source>What the losses count for</source>
      <translation>Wie stark die Losses zählen</translation>
    </message>
    <message>
      <source>Room for past steps</source>
      <translation>Platz für frühere Schritte</translation>
    </message>
    <message>
      <source>What is trained</source>
      <translation>Was trainiert wird</translation>
    </message>
    <message>
      <source>Length of the pairs</source>
      <translation>Länge der Paare</translation>
    </message>
    <message>
      <source>Optimizer</source>
      <translation>Optimizer</translation>
    </message>
    <message>
      <source>Seed of the run</source>
      <translation>Seed des Laufs</translation>
    </message>
    <message>
      <source>length</source>
      <translation>Länge</translation>
    </message>
    <message>
      <source>batch</source>
      <translation>Batch</translation>
    </message>
    <message>
      <source>minimise</source>
      <translation>minimiert</translation>
    </message>
    <message>
      <source>masks</source>
      <translation>Masken</translation>
    </message>
    <message>
      <source>{mlm:g} × masked LM + {nsp:g} × next</source>
      <translation>{mlm:g} × MLM + {nsp:g} × NSP</translation>
    </message>
    <message>
      <source>to step {step:,} in {time}</source>
      <translation>bis Schritt {step:,} in {time}</translation>
    </message>
    <message>
      <source>until {loss} &lt; {below:g}</source>
      <translation>bis {loss} &lt; {below:g}</translation>
    </message>
    <message>
      <source>{goal}, now {loss}</source>
      <translation>{goal}, jetzt {loss}</translation>
    </message>
    <message>
      <source>{left} of {all} to go</source>
      <translation>noch {left} von {all}</translation>
    </message>
    <message>
      <source>to step {step:,}</source>
      <translation>bis Schritt {step:,}</translation>
    </message>
    <message>
      <source>after reset</source>
      <translation>nach Zurücksetzen</translation>
    </message>
    <message>
      <source>task</source>
      <translation>Aufgabe</translation>
    </message>
    <message>
      <source>model size</source>
      <translation>Modellgröße</translation>
    </message>
    <message>
      <source>starting weights</source>
      <translation>Startgewichte</translation>
    </message>
    <message>
      <source>vocabulary</source>
      <translation>Vokabular</translation>
    </message>
    <message>
      <source>column</source>
      <translation>Spalte</translation>
    </message>
    <message>
      <source>sentences</source>
      <translation>Sätze</translation>
    </message>
    <message>
      <source>decoys</source>
      <translation>Köder</translation>
    </message>
    <message>
      <source>short pairs</source>
      <translation>kurze Paare</translation>
    </message>
    <message>
      <source>micro-batch</source>
      <translation>Micro-Batch</translation>
    </message>
    <message>
      <source>length of the pairs</source>
      <translation>Länge der Paare</translation>
    </message>
    <message>
      <source>warm-up</source>
      <translation>Warm-up</translation>
    </message>
    <message>
      <source>{time} elapsed</source>
      <translation>{time} vergangen</translation>
    </message>
    <message>
      <source>press reset, then play: {task} is learned from labelled examples</source>
      <translation>Erst „Zurücksetzen“, dann „Start“ drücken: {task} wird aus gelabelten Beispielen gelernt</translation>
    </message>
    <message>
      <source>{size:,.0f} of {room:,.0f} MB, 1 step kept</source>
      <translation>{size:,.0f} von {room:,.0f} MB, 1 Schritt aufbewahrt</translation>
    </message>
    <message>
      <source>{size:,.0f} of {room:,.0f} MB, {count:,} steps kept</source>
      <translation>{size:,.0f} von {room:,.0f} MB, {count:,} Schritte aufbewahrt</translation>
    </message>
    <message>
      <source>Random weights: {layers} layers, {width} wide</source>
      <translation>Zufallsgewichte: {layers} Schichten, Breite {width}</translation>
    </message>
    <message>
      <source>held: mend what is said, then press play</source>
      <translation>angehalten: das Genannte beheben, dann „Start“ drücken</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>pausiert</translation>
    </message>
    <message>
      <source>press reset, then play: a new model learns to read, from nothing</source>
      <translation>Erst „Zurücksetzen“, dann „Start“ drücken: Ein neues Modell lernt lesen, aus dem Nichts</translation>
    </message>
    <message>
      <source>rate {rate:.4g}</source>
      <translation>Rate {rate:.4g}</translation>
    </message>
    <message>
      <source>{count:,} pairs</source>
      <translation>{count:,} Paare</translation>
    </message>
    <message>
      <source>{share} masked</source>
      <translation>{share} maskiert</translation>
    </message>
    <message>
      <source>{count:,} a step</source>
      <translation>{count:,} je Schritt</translation>
    </message>
    <message>
      <source>{most} and {last}</source>
      <translation>{most} und {last}</translation>
    </message>
    <message>
      <source>press play: {task} is learned from labelled examples</source>
      <translation>„Start“ drücken: {task} wird aus gelabelten Beispielen gelernt</translation>
    </message>
    <message>
      <source>press play: a new model learns to read, from nothing</source>
      <translation>„Start“ drücken: Ein neues Modell lernt lesen, aus dem Nichts</translation>
    </message>
    <message>
      <source>another program trains this run: its steps are shown as they come</source>
      <translation>ein anderes Programm trainiert diesen Lauf: Seine Schritte erscheinen, sobald sie kommen</translation>
    </message>
    <message>
      <source>stopped: play goes on from the last checkpoint</source>
      <translation>gestoppt: „Start“ setzt beim letzten Checkpoint fort</translation>
    </message>
    <message>
      <source>finished in {time}: a later stop lets it go on</source>
      <translation>fertig in {time}: Ein späteres Ende lässt es weiterlaufen</translation>
    </message>
    <message>
      <source>{rate} steps/s</source>
      <translation>{rate} Schritte/s</translation>
    </message>
    <message>
      <source>{rate} k tokens/s</source>
      <translation>{rate} k Tokens/s</translation>
    </message>
    <message>
      <source>computing {share}</source>
      <translation>rechnet {share}</translation>
    </message>
    <message>
      <source>GPU busy {share}</source>
      <translation>GPU zu {share} ausgelastet</translation>
    </message>
    <message>
      <source>{used:.3g} of {total:.3g} GB on the GPU</source>
      <translation>{used:.3g} von {total:.3g} GB auf der GPU</translation>
    </message>
    <message>
      <source>{count:,} examples</source>
      <translation>{count:,} Beispiele</translation>
    </message>
    <message>
      <source>all examples</source>
      <translation>alle Beispiele</translation>
    </message>
    <message>
      <source>, </source>
      <translation>, </translation>
    </message>
    <message>
      <source>The engine is not ready yet: wait until it is, then try again.</source>
      <translation>Die Engine ist noch nicht bereit: warten, bis sie es ist, dann noch einmal versuchen.</translation>
    </message>
    <message>
      <source>Starting</source>
      <translation>Wird gestartet</translation>
    </message>
    <message>
      <source>Let go of this run and start anew; the run stays on disk</source>
      <translation>Diesen Lauf loslassen und neu beginnen; er bleibt auf dem Datenträger</translation>
    </message>
    <message>
      <source>Train, or pause (Space)</source>
      <translation>Trainieren oder pausieren (Leertaste)</translation>
    </message>
    <message>
      <source>Train one step</source>
      <translation>Einen Schritt trainieren</translation>
    </message>
    <message>
      <source>The share of the time that goes into training steps, the rest being spent on looks at the model and on disk; the memory that the engine holds</source>
      <translation>Der Anteil der Zeit, der in Trainingsschritte geht; der Rest geht in Blicke auf das Modell und auf den Datenträger. Dazu der Speicher, den die Engine belegt</translation>
    </message>
    <message>
      <source>Learning rate, batch and more</source>
      <translation>Lernrate, Batch und mehr</translation>
    </message>
    <message>
      <source>Choices of the run: most act from the next step on, the others after reset</source>
      <translation>Einstellungen des Laufs: Die meisten wirken ab dem nächsten Schritt, die anderen nach dem Zurücksetzen</translation>
    </message>
    <message>
      <source>Reset</source>
      <translation>Zurücksetzen</translation>
    </message>
    <message>
      <source>Play</source>
      <translation>Start</translation>
    </message>
    <message>
      <source>Single step</source>
      <translation>Einzelschritt</translation>
    </message>
    <message>
      <source>Finished steps of the run</source>
      <translation>Fertige Schritte des Laufs</translation>
    </message>
    <message>
      <source>How far the run is</source>
      <translation>Wie weit der Lauf ist</translation>
    </message>
    <message>
      <source>Reset; waiting for reset: {choices}</source>
      <translation>Zurücksetzen; darauf warten: {choices}</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>Pause</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>Schritt</translation>
    </message>
    <message>
      <source>Waiting for reset: {choices}.</source>
      <translation>Warten auf Zurücksetzen: {choices}.</translation>
    </message>
    <message>
      <source>That folder is on {host}, where this window can't open it: {folder}</source>
      <translation>Dieser Ordner liegt auf {host}, wo dieses Fenster ihn nicht öffnen kann: {folder}</translation>
    </message>
    <message>
      <source>Take a run off the curves</source>
      <translation>Einen Lauf von den Kurven nehmen</translation>
    </message>
    <message>
      <source>Lay a run over the curves</source>
      <translation>Einen Lauf über die Kurven legen</translation>
    </message>
    <message>
      <source>No run yet: press play in the main window, and it will stand here.</source>
      <translation>Noch kein Lauf: im Hauptfenster „Start“ drücken, dann steht er hier.</translation>
    </message>
    <message>
      <source>Runs</source>
      <translation>Läufe</translation>
    </message>
    <message>
      <source>Name of the run</source>
      <translation>Name des Laufs</translation>
    </message>
    <message>
      <source>a name for this run</source>
      <translation>ein Name für diesen Lauf</translation>
    </message>
    <message>
      <source>Note about the run</source>
      <translation>Notiz zum Lauf</translation>
    </message>
    <message>
      <source>what you want to remember of it</source>
      <translation>was davon in Erinnerung bleiben soll</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>Behalten</translation>
    </message>
    <message>
      <source>Write name and note into the run's folder</source>
      <translation>Name und Notiz in den Ordner des Laufs schreiben</translation>
    </message>
    <message>
      <source>Show its curves and its model</source>
      <translation>Seine Kurven und sein Modell zeigen</translation>
    </message>
    <message>
      <source>Go on exactly where it stopped</source>
      <translation>Genau dort weitermachen, wo er aufgehört hat</translation>
    </message>
    <message>
      <source>Lay over the curves</source>
      <translation>Über die Kurven legen</translation>
    </message>
    <message>
      <source>Draw its losses beside those shown</source>
      <translation>Seine Losses neben die gezeigten zeichnen</translation>
    </message>
    <message>
      <source>Compare as B</source>
      <translation>Als B vergleichen</translation>
    </message>
    <message>
      <source>Look at its model beside the one shown</source>
      <translation>Sein Modell neben dem gezeigten ansehen</translation>
    </message>
    <message>
      <source>Same settings</source>
      <translation>Gleiche Einstellungen</translation>
    </message>
    <message>
      <source>Take its settings for a new run</source>
      <translation>Seine Einstellungen für einen neuen Lauf übernehmen</translation>
    </message>
    <message>
      <source>Show folder</source>
      <translation>Ordner zeigen</translation>
    </message>
    <message>
      <source>Open its folder in the file manager</source>
      <translation>Seinen Ordner im Dateimanager öffnen</translation>
    </message>
    <message>
      <source>Move to the bin</source>
      <translation>In den Papierkorb</translation>
    </message>
    <message>
      <source>It can be taken out again</source>
      <translation>Von dort lässt er sich wieder zurückholen</translation>
    </message>
    <message>
      <source>Its settings are those of the next run: press reset, then play.</source>
      <translation>Seine Einstellungen sind die des nächsten Laufs: „Zurücksetzen“ drücken, dann „Start“.</translation>
    </message>
    <message>
      <source>choose a run</source>
      <translation>einen Lauf wählen</translation>
    </message>
    <message>
      <source>{folder} is not drawn over the curves. {why}</source>
      <translation>{folder} wird nicht über die Kurven gezeichnet. {why}</translation>
    </message>
    <message>
      <source>on {model}</source>
      <translation>auf {model}</translation>
    </message>
    <message>
      <source>{step:,} of {steps:,}</source>
      <translation>{step:,} von {steps:,}</translation>
    </message>
    <message>
      <source>can't be read</source>
      <translation>nicht lesbar</translation>
    </message>
    <message>
      <source>next sentence</source>
      <translation>nächster Satz</translation>
    </message>
    <message>
      <source>masked LM</source>
      <translation>Masked LM</translation>
    </message>
    <message>
      <source>run</source>
      <translation>Lauf</translation>
    </message>
    <message>
      <source>model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>data</source>
      <translation>Daten</translation>
    </message>
    <message>
      <source>score</source>
      <translation>Score</translation>
    </message>
    <message>
      <source>trained</source>
      <translation>trainiert</translation>
    </message>
    <message>
      <source>size</source>
      <translation>Größe</translation>
    </message>
    <message>
      <source>begun</source>
      <translation>begonnen</translation>
    </message>
    <message>
      <source>The engine isn't there, which keeps the runs: wait until it is ready.</source>
      <translation>Die Engine, die die Läufe verwaltet, ist nicht da: warten, bis sie bereit ist.</translation>
    </message>
    <message>
      <source>PNG pictures (*.png);;SVG drawings (*.svg)</source>
      <translation>PNG-Bilder (*.png);;SVG-Zeichnungen (*.svg)</translation>
    </message>
    <message>
      <source>Tables (*.csv)</source>
      <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
      <source>PNG pictures (*.png)</source>
      <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
      <source>Save a picture of {title}</source>
      <translation>Bild von „{title}“ speichern</translation>
    </message>
    <message>
      <source>Save the numbers of {title}</source>
      <translation>Zahlen von „{title}“ speichern</translation>
    </message>
    <message>
      <source>Save the session</source>
      <translation>Sitzung speichern</translation>
    </message>
    <message>
      <source>Save the window</source>
      <translation>Fenster speichern</translation>
    </message>
    <message>
      <source>The picture of {title} is in {name}.</source>
      <translation>Das Bild von „{title}“ ist in {name}.</translation>
    </message>
    <message>
      <source>The picture of the window is in {name}.</source>
      <translation>Das Bild des Fensters ist in {name}.</translation>
    </message>
    <message>
      <source>The numbers are in {name}.</source>
      <translation>Die Zahlen sind in {name}.</translation>
    </message>
    <message>
      <source>The picture of {title} is on the clipboard.</source>
      <translation>Das Bild von „{title}“ ist in der Zwischenablage.</translation>
    </message>
    <message>
      <source>The numbers of {title} are on the clipboard.</source>
      <translation>Die Zahlen von „{title}“ sind in der Zwischenablage.</translation>
    </message>
    <message>
      <source>Swap A and B: is the order of the sentences what C goes by?</source>
      <translation>A und B tauschen: Richtet sich C nach der Reihenfolge der Sätze?</translation>
    </message>
    <message>
      <source>Puts a random sentence of the corpus in B's place, labelled “B doesn't follow A”, as half of the pairs are in training: the verdict at C should change.</source>
      <translation>Setzt einen zufälligen Satz des Korpus an die Stelle von B, mit dem Label „B folgt nicht auf A“, wie bei der Hälfte der Paare im Training: Das Urteil bei C sollte sich ändern.</translation>
    </message>
    <message>
      <source>Type the second sentence, or leave it empty</source>
      <translation>Den zweiten Satz eingeben oder leer lassen</translation>
    </message>
    <message>
      <source>Sentence A</source>
      <translation>Satz A</translation>
    </message>
    <message>
      <source>Type the first sentence</source>
      <translation>Den ersten Satz eingeben</translation>
    </message>
    <message>
      <source>Sentence B</source>
      <translation>Satz B</translation>
    </message>
    <message>
      <source>⇄ Swap</source>
      <translation>⇄ Tausch</translation>
    </message>
    <message>
      <source>Random B</source>
      <translation>Zufälliges B</translation>
    </message>
    <message>
      <source>Sentence {name} ends after {longest:,} characters: what is beyond was left out.</source>
      <translation>Satz {name} endet nach {longest:,} Zeichen: Was darüber hinausgeht, wurde weggelassen.</translation>
    </message>
    <message>
      <source>Edit masks</source>
      <translation>Masken bearbeiten</translation>
    </message>
    <message>
      <source>Change the view</source>
      <translation>Ansicht ändern</translation>
    </message>
    <message>
      <source>Swap A and B</source>
      <translation>A und B tauschen</translation>
    </message>
    <message>
      <source>Set the pair</source>
      <translation>Paar setzen</translation>
    </message>
    <message>
      <source>Take an example</source>
      <translation>Beispiel übernehmen</translation>
    </message>
    <message>
      <source>Put a random B</source>
      <translation>Zufälliges B setzen</translation>
    </message>
    <message>
      <source>Roll masks</source>
      <translation>Masken würfeln</translation>
    </message>
    <message>
      <source>Use a prediction</source>
      <translation>Vorhersage einsetzen</translation>
    </message>
    <message>
      <source>Edit sentence A</source>
      <translation>Satz A bearbeiten</translation>
    </message>
    <message>
      <source>Edit sentence B</source>
      <translation>Satz B bearbeiten</translation>
    </message>
    <message>
      <source>Change the mask rule</source>
      <translation>Maskenregel ändern</translation>
    </message>
    <message>
      <source>Label the pair</source>
      <translation>Paar labeln</translation>
    </message>
    <message>
      <source>Label the example</source>
      <translation>Beispiel labeln</translation>
    </message>
    <message>
      <source>{path} can't be written ({error}): save it somewhere else.</source>
      <translation>{path} lässt sich nicht schreiben ({error}): woanders speichern.</translation>
    </message>
    <message>
      <source>{path} can't be read ({error}): choose another.</source>
      <translation>{path} ist nicht lesbar ({error}): eine andere Datei wählen.</translation>
    </message>
    <message>
      <source>{name} was saved by a newer bertscope: update this one.</source>
      <translation>{name} wurde von einem neueren bertscope gespeichert: dieses hier aktualisieren.</translation>
    </message>
    <message>
      <source>{name} is no session file, or it is damaged: nothing was changed.</source>
      <translation>{name} ist keine Sitzungsdatei oder ist beschädigt: Nichts wurde geändert.</translation>
    </message>
    <message>
      <source>One training step, told with its own numbers: choose your own pair or a row of the batch, then press “Do a step”.</source>
      <translation>Ein Trainingsschritt, erzählt mit seinen eigenen Zahlen: das eigene Paar oder eine Zeile des Batches wählen, dann „Schritt tun“ drücken.</translation>
    </message>
    <message>
      <source>One training step, from the pair to the new weights, with its own numbers.</source>
      <translation>Ein Trainingsschritt, vom Paar bis zu den neuen Gewichten, mit seinen eigenen Zahlen.</translation>
    </message>
    <message>
      <source>Take a pair</source>
      <translation>Ein Paar nehmen</translation>
    </message>
    <message>
      <source>Choose tokens</source>
      <translation>Tokens wählen</translation>
    </message>
    <message>
      <source>Mask them: 80 / 10 / 10</source>
      <translation>Maskieren: 80 / 10 / 10</translation>
    </message>
    <message>
      <source>Look up three embeddings</source>
      <translation>Drei Embeddings nachschlagen</translation>
    </message>
    <message>
      <source>Add them</source>
      <translation>Addieren</translation>
    </message>
    <message>
      <source>Encode, layer by layer</source>
      <translation>Kodieren, Schicht für Schicht</translation>
    </message>
    <message>
      <source>Predict</source>
      <translation>Vorhersagen</translation>
    </message>
    <message>
      <source>Two losses</source>
      <translation>Zwei Losses</translation>
    </message>
    <message>
      <source>Add the losses</source>
      <translation>Die Losses addieren</translation>
    </message>
    <message>
      <source>Follow the slope back</source>
      <translation>Die Steigung zurückverfolgen</translation>
    </message>
    <message>
      <source>Move every weight a little</source>
      <translation>Jedes Gewicht ein wenig bewegen</translation>
    </message>
    <message>
      <source>Look again</source>
      <translation>Noch einmal hinsehen</translation>
    </message>
    <message>
      <source>Each token takes three rows of {width} numbers: one for its word, one for its sentence, A or B, and one for its place.</source>
      <translation>Jedes Token nimmt drei Zeilen von {width} Zahlen: eine für sein Wort, eine für seinen Satz, A oder B, und eine für seinen Platz.</translation>
    </message>
    <message>
      <source>The three rows are added, number by number: {width} numbers a token go in.</source>
      <translation>Die drei Zeilen werden addiert, Zahl für Zahl: {width} Zahlen pro Token gehen hinein.</translation>
    </message>
    <message>
      <source>In each of {layers} layers every token looks at all others and takes from them what it needs. On top stand T, one for each token, and C at [CLS].</source>
      <translation>In jeder der {layers} Schichten sieht jedes Token alle anderen an und nimmt von ihnen, was es braucht. Obenauf stehen T, eines für jedes Token, und C bei [CLS].</translation>
    </message>
    <message>
      <source>All {rows} pairs of the batch together: {mlm} and {nsp}. What is to become smaller is their sum, {loss} nats.</source>
      <translation>Alle {rows} Paare des Batches zusammen: {mlm} und {nsp}. Kleiner werden soll ihre Summe, {loss} Nats.</translation>
    </message>
    <message>
      <source>Backwards through the model the chain rule tells for every weight how the loss changes with it. All slopes together have length {length}.</source>
      <translation>Rückwärts durch das Modell sagt die Kettenregel für jedes Gewicht, wie sich der Loss mit ihm ändert. Alle Steigungen zusammen haben die Länge {length}.</translation>
    </message>
    <message>
      <source>{parameters:,} weights move against their slopes. AdamW moves them at rate {rate:.2g}.</source>
      <translation>{parameters:,} Gewichte bewegen sich gegen ihre Steigung. AdamW bewegt sie mit Rate {rate:.2g}.</translation>
    </message>
    <message>
      <source>The loss of this pair: {before} before, {after} after.</source>
      <translation>Der Loss dieses Paars: {before} vorher, {after} nachher.</translation>
    </message>
    <message>
      <source>Row {row} of {rows} in the batch: {count} tokens with [CLS] and [SEP].</source>
      <translation>Zeile {row} von {rows} im Batch: {count} Tokens mit [CLS] und [SEP].</translation>
    </message>
    <message>
      <source>{chosen} of {of} tokens are chosen, {share}. Only there the model has to say what stood there.</source>
      <translation>{chosen} von {of} Tokens sind gewählt, {share}. Nur dort muss das Modell sagen, was dort stand.</translation>
    </message>
    <message>
      <source>{chosen} of {of} tokens are chosen, {share}; the rule says {rate}. Only there the model has to say what stood there, and it does not see which they are.</source>
      <translation>{chosen} von {of} Tokens sind gewählt, {share}; die Regel sagt {rate}. Nur dort muss das Modell sagen, was dort stand, und es sieht nicht, welche es sind.</translation>
    </message>
    <message>
      <source>Nothing is chosen in this pair, so masked LM has nothing to learn here.</source>
      <translation>In diesem Paar ist nichts gewählt, also hat Masked LM hier nichts zu lernen.</translation>
    </message>
    <message>
      <source>{mask} become [MASK], {random} a random token, {keep} stay as they are. BERT's rule would draw 80 %, 10 % and 10 %.</source>
      <translation>{mask} werden zu [MASK], {random} zu einem zufälligen Token, {keep} bleiben, wie sie sind. BERTs Regel würde 80 %, 10 % und 10 % ziehen.</translation>
    </message>
    <message>
      <source>{mask} become [MASK], {random} a random token, {keep} stay as they are; drawn with chances of {shares}.</source>
      <translation>{mask} werden zu [MASK], {random} zu einem zufälligen Token, {keep} bleiben, wie sie sind; gezogen mit Chancen von {shares}.</translation>
    </message>
    <message>
      <source>Masked LM: the mean of −ln p of what stood there, {loss} nats.</source>
      <translation>Masked LM: das Mittel von −ln p dessen, was dort stand, {loss} Nats.</translation>
    </message>
    <message>
      <source>Next sentence: −ln p of the right answer, {loss} nats.</source>
      <translation>Nächster Satz: −ln p der richtigen Antwort, {loss} Nats.</translation>
    </message>
    <message>
      <source>What is to become smaller is their sum, {loss} nats.</source>
      <translation>Kleiner werden soll ihre Summe, {loss} Nats.</translation>
    </message>
    <message>
      <source>Backwards through the model the chain rule tells for every weight how the loss changes with it. All slopes together have length {length}, cut to {clip}.</source>
      <translation>Rückwärts durch das Modell sagt die Kettenregel für jedes Gewicht, wie sich der Loss mit ihm ändert. Alle Steigungen zusammen haben die Länge {length}, gekappt auf {clip}.</translation>
    </message>
    <message>
      <source>{parameters:,} weights move against their slopes. Muon moves the encoder's matrices at rate {matrix_rate:.2g}, AdamW the rest at {rate:.2g}.</source>
      <translation>{parameters:,} Gewichte bewegen sich gegen ihre Steigung. Muon bewegt die Matrizen des Encoders mit Rate {matrix_rate:.2g}, AdamW den Rest mit {rate:.2g}.</translation>
    </message>
    <message>
      <source>With the new weights {better} of {count} masked words are more probable.</source>
      <translation>Mit den neuen Gewichten sind {better} von {count} maskierten Wörtern wahrscheinlicher.</translation>
    </message>
    <message>
      <source>Your own pair: {count} tokens with [CLS] and [SEP].</source>
      <translation>Das eigene Paar: {count} Tokens mit [CLS] und [SEP].</translation>
    </message>
    <message>
      <source>There is no sentence B.</source>
      <translation>Es gibt keinen Satz B.</translation>
    </message>
    <message>
      <source>B does not follow A: it comes from elsewhere; the label for C is {label}.</source>
      <translation>B folgt nicht auf A: Es kommt von anderswo; das Label für C ist {label}.</translation>
    </message>
    <message>
      <source>At the chosen place the model gives every word a probability: {right} of {count} right at first guess.</source>
      <translation>An der gewählten Stelle gibt das Modell jedem Wort eine Wahrscheinlichkeit: {right} von {count} auf Anhieb richtig.</translation>
    </message>
    <message>
      <source>At the {count} chosen places the model gives every word a probability: {right} of {count} right at first guess.</source>
      <translation>An den {count} gewählten Stellen gibt das Modell jedem Wort eine Wahrscheinlichkeit: {right} von {count} auf Anhieb richtig.</translation>
    </message>
    <message>
      <source>From C it says that B follows with {share}.</source>
      <translation>Aus C schließt es, dass B mit {share} folgt.</translation>
    </message>
    <message>
      <source>A copy of the model has learned this; yours is as it was.</source>
      <translation>Eine Kopie des Modells hat das gelernt; das eigene ist, wie es war.</translation>
    </message>
    <message>
      <source>Step {step:,} is done.</source>
      <translation>Schritt {step:,} ist getan.</translation>
    </message>
    <message>
      <source>B follows A; the label for C is {label}.</source>
      <translation>B folgt auf A; das Label für C ist {label}.</translation>
    </message>
    <message>
      <source>… and {count} more chosen tokens</source>
      <translation>… und {count} weitere gewählte Tokens</translation>
    </message>
    <message>
      <source>{place} · was “{word}”</source>
      <translation>{place} · war „{word}“</translation>
    </message>
    <message>
      <source>the right word: {share}, rank {rank:,}</source>
      <translation>das richtige Wort: {share}, Rang {rank:,}</translation>
    </message>
    <message>
      <source>before</source>
      <translation>vorher</translation>
    </message>
    <message>
      <source>after</source>
      <translation>nachher</translation>
    </message>
    <message>
      <source>embeddings</source>
      <translation>Embeddings</translation>
    </message>
    <message>
      <source>masked LM head</source>
      <translation>Masked-LM-Kopf</translation>
    </message>
    <message>
      <source>next sentence head</source>
      <translation>Next-Sentence-Kopf</translation>
    </message>
    <message>
      <source>slope {slope}</source>
      <translation>Steigung {slope}</translation>
    </message>
    <message>
      <source>layer {number}</source>
      <translation>Schicht {number}</translation>
    </message>
    <message>
      <source>Length of the slopes in each part</source>
      <translation>Länge der Steigungen in jedem Teil</translation>
    </message>
    <message>
      <source>How far each part moves, of its own length</source>
      <translation>Wie weit sich jeder Teil bewegt, gemessen an seiner Länge</translation>
    </message>
    <message>
      <source>Single weights</source>
      <translation>Einzelne Gewichte</translation>
    </message>
    <message>
      <source>slope</source>
      <translation>Steigung</translation>
    </message>
    <message>
      <source>masked LM loss, their mean = {loss}</source>
      <translation>Masked-LM-Loss, ihr Mittel = {loss}</translation>
    </message>
    <message>
      <source>, of your pair</source>
      <translation>, des eigenen Paars</translation>
    </message>
    <message>
      <source>, of {rows} pairs</source>
      <translation>, von {rows} Paaren</translation>
    </message>
    <message>
      <source>… and {count} more</source>
      <translation>… und {count} weitere</translation>
    </message>
    <message>
      <source>The engine isn't there yet: wait a moment, then press “Do a step” again.</source>
      <translation>Die Engine ist noch nicht da: einen Moment warten, dann noch einmal „Schritt tun“ drücken.</translation>
    </message>
    <message>
      <source>There is no run whose batch could be shown: press play first, or take your own pair.</source>
      <translation>Es gibt keinen Lauf, dessen Batch gezeigt werden könnte: erst „Start“ drücken oder das eigene Paar nehmen.</translation>
    </message>
    <message>
      <source>… and {count} more tokens</source>
      <translation>… und {count} weitere Tokens</translation>
    </message>
    <message>
      <source>kept</source>
      <translation>behalten</translation>
    </message>
    <message>
      <source>was {word}</source>
      <translation>war {word}</translation>
    </message>
    <message>
      <source>Press “Do a step”: it is told here, scene by scene.</source>
      <translation>„Schritt tun“ drücken: Er wird hier erzählt, Szene für Szene.</translation>
    </message>
    <message>
      <source>The step is being done …</source>
      <translation>Der Schritt wird getan …</translation>
    </message>
    <message>
      <source>my own pair</source>
      <translation>eigenes Paar</translation>
    </message>
    <message>
      <source>a row of the batch</source>
      <translation>Zeile des Batches</translation>
    </message>
    <message>
      <source>Whose step is told: a copy of the model learns from your pair, or the run goes on</source>
      <translation>Wessen Schritt erzählt wird: Eine Kopie des Modells lernt vom eigenen Paar, oder der Lauf geht weiter</translation>
    </message>
    <message>
      <source>Which pair of the batch is told</source>
      <translation>Welches Paar des Batches erzählt wird</translation>
    </message>
    <message>
      <source>Go from scene to scene by itself</source>
      <translation>Von selbst von Szene zu Szene gehen</translation>
    </message>
    <message>
      <source>Whose step</source>
      <translation>Wessen Schritt</translation>
    </message>
    <message>
      <source>Row of the batch</source>
      <translation>Zeile des Batches</translation>
    </message>
    <message>
      <source>Do a step</source>
      <translation>Schritt tun</translation>
    </message>
    <message>
      <source>Do one training step and tell it</source>
      <translation>Einen Trainingsschritt tun und erzählen</translation>
    </message>
    <message>
      <source>Scene before</source>
      <translation>Szene davor</translation>
    </message>
    <message>
      <source>The scene before (Left)</source>
      <translation>Die Szene davor (Links)</translation>
    </message>
    <message>
      <source>Play the story</source>
      <translation>Erzählung abspielen</translation>
    </message>
    <message>
      <source>Next scene</source>
      <translation>Nächste Szene</translation>
    </message>
    <message>
      <source>The next scene (Right)</source>
      <translation>Die nächste Szene (Rechts)</translation>
    </message>
    <message>
      <source>Pace</source>
      <translation>Tempo</translation>
    </message>
    <message>
      <source>How long each scene stays</source>
      <translation>Wie lange jede Szene bleibt</translation>
    </message>
    <message>
      <source>Back to all views</source>
      <translation>Zu allen Ansichten</translation>
    </message>
    <message>
      <source>Leave slow motion (Esc)</source>
      <translation>Zeitlupe verlassen (Esc)</translation>
    </message>
    <message>
      <source>Hold the story</source>
      <translation>Erzählung anhalten</translation>
    </message>
    <message>
      <source>{scene} of {scenes}</source>
      <translation>{scene} von {scenes}</translation>
    </message>
    <message>
      <source>{seconds} s a scene</source>
      <translation>{seconds} s je Szene</translation>
    </message>
    <message>
      <source>One training step, in slow motion</source>
      <translation>Ein Trainingsschritt in Zeitlupe</translation>
    </message>
    <message>
      <source>row</source>
      <translation>Zeile</translation>
    </message>
    <message>
      <source>{count} of {name}</source>
      <translation>{count} von {name}</translation>
    </message>
    <message>
      <source>{count} tokens of {most}</source>
      <translation>{count} Tokens von {most}</translation>
    </message>
    <message>
      <source>longer than the model reads: the last {cut} are left out</source>
      <translation>länger, als das Modell liest: die letzten {cut} sind weggelassen</translation>
    </message>
    <message>
      <source>○ no engine</source>
      <translation>○ keine Engine</translation>
    </message>
    <message>
      <source>{a} of A and {b} of B</source>
      <translation>{a} von A und {b} von B</translation>
    </message>
    <message>
      <source>◌ the model is being read</source>
      <translation>◌ das Modell wird gelesen</translation>
    </message>
    <message>
      <source>◌ the engine is starting</source>
      <translation>◌ die Engine startet</translation>
    </message>
    <message>
      <source>● engine ready · process {pid}</source>
      <translation>● Engine bereit · Prozess {pid}</translation>
    </message>
    <message>
      <source>◌ the engine is saving</source>
      <translation>◌ die Engine speichert</translation>
    </message>
    <message>
      <source>● engine ready on {host}</source>
      <translation>● Engine bereit auf {host}</translation>
    </message>
    <message>
      <source>A answers {a}. B answers {b}.</source>
      <translation>A antwortet {a}. B antwortet {b}.</translation>
    </message>
    <message>
      <source>▸ is the answer, ✓ the label · loss −ln p({label}) = {losses}</source>
      <translation>▸ ist die Antwort, ✓ das Label · Loss −ln p({label}) = {losses}</translation>
    </message>
    <message>
      <source>logit {logit:.4f}, p {share}</source>
      <translation>Logit {logit:.4f}, p {share}</translation>
    </message>
    <message>
      <source>The answer is {answer}.</source>
      <translation>Die Antwort ist {answer}.</translation>
    </message>
    <message>
      <source>▸ is the answer · no label is set: choose above which class is right</source>
      <translation>▸ ist die Antwort · kein Label gesetzt: oben wählen, welche Klasse richtig ist</translation>
    </message>
    <message>
      <source>p = e^logit / Σ e^logit over all classes</source>
      <translation>p = e^Logit / Σ e^Logit über alle Klassen</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>unbekannt</translation>
    </message>
    <message>
      <source>Which class is right for what is typed above: the loss is −ln of its probability, and ✓ marks it among the bars</source>
      <translation>Welche Klasse für das oben Getippte richtig ist: Der Loss ist −ln ihrer Wahrscheinlichkeit, und ✓ markiert sie unter den Balken</translation>
    </message>
    <message>
      <source>label</source>
      <translation>Label</translation>
    </message>
    <message>
      <source>The class that is right</source>
      <translation>Die richtige Klasse</translation>
    </message>
    <message>
      <source>score = S·T_start + E·T_end; p = P(start) × P(end). No answer has the score at [CLS].</source>
      <translation>Score = S·T_Start + E·T_Ende; p = P(Start) × P(Ende). „Keine Antwort“ hat den Score bei [CLS].</translation>
    </message>
    <message>
      <source>{model} answers {answer}.</source>
      <translation>{model} antwortet {answer}.</translation>
    </message>
    <message>
      <source>best answers</source>
      <translation>beste Antworten</translation>
    </message>
    <message>
      <source>score · p</source>
      <translation>Score · p</translation>
    </message>
    <message>
      <source>score {score}</source>
      <translation>Score {score}</translation>
    </message>
    <message>
      <source>A linear layer turns the pooled vector into one number: w·tanh(W·C + b) + d.</source>
      <translation>Eine lineare Schicht macht aus dem Pooler-Vektor eine Zahl: w·tanh(W·C + b) + d.</translation>
    </message>
    <message>
      <source>w·pooled + d, a number</source>
      <translation>w·pooled + d, eine Zahl</translation>
    </message>
    <message>
      <source>P(start at i) = softmax over i of S·T_i, and P(end at i) likewise with E.</source>
      <translation>P(Start bei i) = Softmax über i von S·T_i, und P(Ende bei i) ebenso mit E.</translation>
    </message>
    <message>
      <source>above each word: the answer starts there · below: it ends there</source>
      <translation>über jedem Wort: die Antwort beginnt dort · darunter: sie endet dort</translation>
    </message>
    <message>
      <source>above a word: it starts there · below: ends</source>
      <translation>über dem Wort: beginnt dort · darunter: endet</translation>
    </message>
    <message>
      <source>▴ start · ▾ end</source>
      <translation>▴ Start · ▾ Ende</translation>
    </message>
    <message>
      <source>start {start} · end {end}</source>
      <translation>Start {start} · Ende {end}</translation>
    </message>
    <message>
      <source>{count:,} more tokens of the passage don't fit the model</source>
      <translation>{count:,} weitere Tokens der Passage passen nicht ins Modell</translation>
    </message>
    <message>
      <source>[CLS] stands for no answer: its start and end are those of (0, 0).</source>
      <translation>[CLS] steht für „keine Antwort“: Start und Ende sind die von (0, 0).</translation>
    </message>
    <message>
      <source>masked: hidden from the model</source>
      <translation>maskiert: vor dem Modell verborgen</translation>
    </message>
    <message>
      <source>This model has the heads of pre-training. Fine-tune it on a task, and here stands what it answers of your own sentences.</source>
      <translation>Dieses Modell hat die Köpfe des Pre-Trainings. Nach dem Fine-Tuning auf eine Aufgabe steht hier, was es zu eigenen Sätzen antwortet.</translation>
    </message>
    <message>
      <source>B is empty: type a passage there, and its question into A.</source>
      <translation>B ist leer: dort eine Passage eingeben und ihre Frage in A.</translation>
    </message>
    <message>
      <source>A is empty: type a question there that the passage in B may answer.</source>
      <translation>A ist leer: dort eine Frage eingeben, die die Passage in B beantworten könnte.</translation>
    </message>
    <message>
      <source>A fine-tuned model has one new layer on top: classes and numbers come from C, softmax(W·C′ + b) with C′ = tanh(pooler of C); an answer in a passage from all T, with a start vector S and an end vector E: P(start at i) = softmax_i(S·T_i) (Devlin et al. 2018).</source>
      <translation>Ein feinabgestimmtes Modell hat obenauf eine neue Schicht: Klassen und Zahlen kommen aus C, softmax(W·C′ + b) mit C′ = tanh(Pooler von C); eine Antwort in einer Passage aus allen T, mit einem Startvektor S und einem Endvektor E: P(Start bei i) = softmax_i(S·T_i) (Devlin et al. 2018).</translation>
    </message>
    <message>
      <source>What the fine-tuned model answers</source>
      <translation>Was das feinabgestimmte Modell antwortet</translation>
    </message>
    <message>
      <source>Gradient × input: what speaks for the answer and what against it. Attention: where [CLS], or the answer's first token, looks in the layer and the heads that are shown</source>
      <translation>Gradient × Eingabe: was für die Antwort spricht und was dagegen. Attention: wohin [CLS] oder das erste Token der Antwort in der gezeigten Schicht und den gezeigten Köpfen schaut</translation>
    </message>
    <message>
      <source>By what tokens count</source>
      <translation>Wonach Tokens zählen</translation>
    </message>
    <message>
      <source>Show which tokens count</source>
      <translation>Zeigen, welche Tokens zählen</translation>
    </message>
    <message>
      <source>sum {number}</source>
      <translation>Summe {number}</translation>
    </message>
    <message>
      <source>This model has the heads of pre-training. Fine-tune it on a task, and here stands which tokens count for what it answers.</source>
      <translation>Dieses Modell hat die Köpfe des Pre-Trainings. Nach dem Fine-Tuning auf eine Aufgabe steht hier, welche Tokens für seine Antwort zählen.</translation>
    </message>
    <message>
      <source>What each token counts is on its way.</source>
      <translation>Wie viel jedes Token zählt, wird gerade berechnet.</translation>
    </message>
    <message>
      <source>+ speaks for, − against {answer}</source>
      <translation>+ spricht für, − gegen {answer}</translation>
    </message>
    <message>
      <source>“{words}”</source>
      <translation>„{words}“</translation>
    </message>
    <message>
      <source>attention of “{token}” in layer {layer}, head {heads}</source>
      <translation>Attention von „{token}“ in Schicht {layer}, Kopf {heads}</translation>
    </message>
    <message>
      <source>attention of “{token}” in layer {layer}, mean of heads {heads}</source>
      <translation>Attention von „{token}“ in Schicht {layer}, Mittel der Köpfe {heads}</translation>
    </message>
    <message>
      <source>a higher number</source>
      <translation>eine höhere Zahl</translation>
    </message>
    <message>
      <source>the answer</source>
      <translation>die Antwort</translation>
    </message>
    <message>
      <source>Gradient × input: the slope of the answer's logit along the token's own embedding, times that embedding: Σ_d x_d · ∂logit/∂x_d. It is how the logit would change, to first order, if that row alone were a little longer; the numbers don't add up to the logit.</source>
      <translation>Gradient × Eingabe: die Steigung des Logits der Antwort entlang des Embeddings des Tokens, mal diesem Embedding: Σ_d x_d · ∂logit/∂x_d. So würde sich das Logit in erster Ordnung ändern, wenn allein diese Zeile etwas länger wäre; die Zahlen summieren sich nicht zum Logit.</translation>
    </message>
    <message>
      <source>Attention tells where the model looks, the mean over the heads that are shown; it says nothing of whether what it finds speaks for or against the answer. Its sum over all tokens is 1.</source>
      <translation>Attention zeigt, wohin das Modell schaut, gemittelt über die gezeigten Köpfe; sie sagt nicht, ob das Gefundene für oder gegen die Antwort spricht. Ihre Summe über alle Tokens ist 1.</translation>
    </message>
    <message>
      <source>Which tokens the answer rests on, in two ways. Gradient × input: x·∂logit/∂x for the token's own embedding x. Attention: softmax(q·k/√d) from [CLS], or from the answer's first token. They need not agree, and neither is the whole truth: mask a token above to see what the model answers without it.</source>
      <translation>Auf welchen Tokens die Antwort beruht, auf zwei Arten. Gradient × Eingabe: x·∂logit/∂x für das Embedding x des Tokens. Attention: softmax(q·k/√d) von [CLS] oder vom ersten Token der Antwort aus. Beide müssen nicht übereinstimmen, und keine ist die ganze Wahrheit: oben ein Token maskieren und sehen, was das Modell ohne es antwortet.</translation>
    </message>
    <message>
      <source>{meaning}. Most count: {tokens}.</source>
      <translation>{meaning}. Am meisten zählen: {tokens}.</translation>
    </message>
    <message>
      <source>Which tokens count for the answer</source>
      <translation>Welche Tokens für die Antwort zählen</translation>
    </message>
    <message>
      <source>Labelled data (*.tsv *.csv *.jsonl *.json);;All files (*)</source>
      <translation>Gelabelte Daten (*.tsv *.csv *.jsonl *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
      <source>Choose a file or a folder, or type where it is, and press Look: you see what is in it before anything is trained.</source>
      <translation>Eine Datei oder einen Ordner wählen oder eingeben, wo sie liegen, und „Ansehen“ drücken: Was darin ist, ist zu sehen, bevor irgendetwas trainiert wird.</translation>
    </message>
    <message>
      <source>The engine is on {host}: type where the data is there, and press Look. You see what is in it before anything is trained.</source>
      <translation>Die Engine läuft auf {host}: eingeben, wo die Daten dort liegen, und „Ansehen“ drücken. Was darin ist, ist zu sehen, bevor irgendetwas trainiert wird.</translation>
    </message>
    <message>
      <source>Rows that can't be read: {count:,}. Mend the file and look again, or leave them out.</source>
      <translation>Nicht lesbare Zeilen: {count:,}. Die Datei berichtigen und erneut ansehen oder sie weglassen.</translation>
    </message>
    <message>
      <source>Train on the other rows; without this the file has to be mended first</source>
      <translation>Auf den übrigen Zeilen trainieren; sonst muss die Datei erst berichtigt werden</translation>
    </message>
    <message>
      <source>Fine-tune on it from the next run on</source>
      <translation>Ab dem nächsten Lauf darauf feinabstimmen</translation>
    </message>
    <message>
      <source>Open a folder of labelled data</source>
      <translation>Ordner mit gelabelten Daten öffnen</translation>
    </message>
    <message>
      <source>The first examples</source>
      <translation>Die ersten Beispiele</translation>
    </message>
    <message>
      <source>Labelled data</source>
      <translation>Gelabelte Daten</translation>
    </message>
    <message>
      <source>The engine reads the data</source>
      <translation>Die Engine liest die Daten</translation>
    </message>
    <message>
      <source>Rows that can't be read</source>
      <translation>Nicht lesbare Zeilen</translation>
    </message>
    <message>
      <source>Train on it</source>
      <translation>Darauf trainieren</translation>
    </message>
    <message>
      <source>Nothing is changed</source>
      <translation>Nichts wird geändert</translation>
    </message>
    <message>
      <source>Open labelled data</source>
      <translation>Gelabelte Daten öffnen</translation>
    </message>
    <message>
      <source>Leave these rows out</source>
      <translation>Diese Zeilen weglassen</translation>
    </message>
    <message>
      <source>Reading {place} …</source>
      <translation>{place} wird gelesen …</translation>
    </message>
    <message>
      <source>found by itself</source>
      <translation>automatisch</translation>
    </message>
    <message>
      <source>A .tsv, .csv or .jsonl file, a task of GLUE as it is, SQuAD's .json, or a folder with train, dev and test files; as the engine's machine spells it</source>
      <translation>Eine .tsv-, .csv- oder .jsonl-Datei, eine GLUE-Aufgabe, wie sie ist, SQuADs .json oder ein Ordner mit Train-, Dev- und Test-Dateien; so geschrieben wie auf dem Rechner der Engine</translation>
    </message>
    <message>
      <source>Another file to measure on while it trains; without one it is the folder's dev file, or some of the examples are held out</source>
      <translation>Eine andere Datei, auf der während des Trainings gemessen wird; ohne sie ist es die Dev-Datei des Ordners, oder einige Beispiele werden zurückgehalten</translation>
    </message>
    <message>
      <source>Classification and regression answer from C; question answering marks a span of B. It is found by what the labels are</source>
      <translation>Klassifikation und Regression antworten aus C; Question Answering markiert einen Abschnitt von B. Erkannt wird das an den Labels</translation>
    </message>
    <message>
      <source>The column of the first text, or of the question</source>
      <translation>Die Spalte des ersten Texts oder der Frage</translation>
    </message>
    <message>
      <source>The column of the second text, or of the passage; without one there is only A</source>
      <translation>Die Spalte des zweiten Texts oder der Passage; ohne sie gibt es nur A</translation>
    </message>
    <message>
      <source>The column of what is to be learned: a class, a number or an answer</source>
      <translation>Die Spalte dessen, was gelernt werden soll: eine Klasse, eine Zahl oder eine Antwort</translation>
    </message>
    <message>
      <source>Column of label</source>
      <translation>Spalte des Labels</translation>
    </message>
    <message>
      <source>Column of text {name}</source>
      <translation>Spalte von Text {name}</translation>
    </message>
    <message>
      <source>path of a file or a folder</source>
      <translation>Pfad einer Datei oder eines Ordners</translation>
    </message>
    <message>
      <source>Data to measure on</source>
      <translation>Daten zum Messen</translation>
    </message>
    <message>
      <source>its own, or some is held out</source>
      <translation>eigene, oder etwas wird zurückgehalten</translation>
    </message>
    <message>
      <source>File …</source>
      <translation>Datei …</translation>
    </message>
    <message>
      <source>Choose a file</source>
      <translation>Datei wählen</translation>
    </message>
    <message>
      <source>Folder …</source>
      <translation>Ordner …</translation>
    </message>
    <message>
      <source>Choose a folder</source>
      <translation>Ordner wählen</translation>
    </message>
    <message>
      <source>Look</source>
      <translation>Ansehen</translation>
    </message>
    <message>
      <source>Read it and show what is in it; nothing is trained yet</source>
      <translation>Lesen und zeigen, was darin ist; trainiert wird noch nichts</translation>
    </message>
    <message>
      <source>What it is for</source>
      <translation>Wofür sie sind</translation>
    </message>
    <message>
      <source>measure on</source>
      <translation>messen auf</translation>
    </message>
    <message>
      <source>kind</source>
      <translation>Art</translation>
    </message>
    <message>
      <source>found: {column}</source>
      <translation>erkannt: {column}</translation>
    </message>
    <message>
      <source>no answer in the passage</source>
      <translation>keine Antwort in der Passage</translation>
    </message>
    <message>
      <source>class</source>
      <translation>Klasse</translation>
    </message>
    <message>
      <source>number</source>
      <translation>Zahl</translation>
    </message>
    <message>
      <source>question, A</source>
      <translation>Frage, A</translation>
    </message>
    <message>
      <source>passage, B</source>
      <translation>Passage, B</translation>
    </message>
    <message>
      <source>answer</source>
      <translation>Antwort</translation>
    </message>
    <message>
      <source>Choose a task first, under Fine-tuning: then its worth can be shown.</source>
      <translation>Zuerst unter Fine-Tuning eine Aufgabe wählen: Dann kann gezeigt werden, was das Pre-Training bringt.</translation>
    </message>
    <message>
      <source>Task: &amp;Pre-training</source>
      <translation>Aufgabe: &amp;Pre-Training</translation>
    </message>
    <message>
      <source>Fine-tuning: {task}.</source>
      <translation>Fine-Tuning: {task}.</translation>
    </message>
    <message>
      <source>Task: &amp;{name}</source>
      <translation>Aufgabe: &amp;{name}</translation>
    </message>
    <message>
      <source>The runs of {task} are laid over one another.</source>
      <translation>Die Läufe von {task} liegen übereinander.</translation>
    </message>
    <message>
      <source>A random sentence is no passage: type or paste one that may hold the answer.</source>
      <translation>Ein zufälliger Satz ist keine Passage: eine eingeben oder einfügen, die die Antwort enthalten könnte.</translation>
    </message>
    <message>
      <source>This model was fine-tuned on single sentences: a B means nothing to it.</source>
      <translation>Dieses Modell wurde auf einzelnen Sätzen feinabgestimmt: Ein B bedeutet ihm nichts.</translation>
    </message>
    <message>
      <source>The engine isn't there, which reads the data: wait until it is ready, then ask again.</source>
      <translation>Die Engine, die die Daten liest, ist nicht da: warten, bis sie bereit ist, dann erneut fragen.</translation>
    </message>
    <message>
      <source>no answer</source>
      <translation>keine Antwort</translation>
    </message>
    <message>
      <source>Click to list them</source>
      <translation>Klicken, um sie aufzulisten</translation>
    </message>
    <message>
      <source>said {said} · right {right}</source>
      <translation>gesagt {said} · richtig {right}</translation>
    </message>
    <message>
      <source>right {right} · said {said} · {count:,}</source>
      <translation>richtig {right} · gesagt {said} · {count:,}</translation>
    </message>
    <message>
      <source>said {said} ✓</source>
      <translation>gesagt {said} ✓</translation>
    </message>
    <message>
      <source>The furthest off first</source>
      <translation>Größte Abweichung zuerst</translation>
    </message>
    <message>
      <source>{count:,} wrong, the most confident first</source>
      <translation>{count:,} falsch, die sichersten zuerst</translation>
    </message>
    <message>
      <source>None is wrong</source>
      <translation>Keines ist falsch</translation>
    </message>
    <message>
      <source>The examples that training measures on while it runs, and that choices are made by</source>
      <translation>Die Beispiele, auf denen das Training laufend misst und nach denen entschieden wird</translation>
    </message>
    <message>
      <source>The examples kept for the end: look at them once nothing is chosen by them any more</source>
      <translation>Die für den Schluss aufgehobenen Beispiele: erst ansehen, wenn nach ihnen nichts mehr entschieden wird</translation>
    </message>
    <message>
      <source>This data has no examples that were kept for the end</source>
      <translation>Diese Daten haben keine für den Schluss aufgehobenen Beispiele</translation>
    </message>
    <message>
      <source>Judge the dev examples</source>
      <translation>Dev-Beispiele beurteilen</translation>
    </message>
    <message>
      <source>Judge the test examples</source>
      <translation>Test-Beispiele beurteilen</translation>
    </message>
    <message>
      <source>Judge other examples</source>
      <translation>Andere Beispiele beurteilen</translation>
    </message>
    <message>
      <source>dev</source>
      <translation>Dev</translation>
    </message>
    <message>
      <source>test</source>
      <translation>Test</translation>
    </message>
    <message>
      <source>{outcome}: {count:,} answers</source>
      <translation>{outcome}: {count:,} Antworten</translation>
    </message>
    <message>
      <source>How the answers went</source>
      <translation>Wie die Antworten ausfielen</translation>
    </message>
    <message>
      <source>Fine-tune a model: choose a task beside Pre-training, then press play. Here stands then what it takes for what.</source>
      <translation>Ein Modell feinabstimmen: neben Pre-Training eine Aufgabe wählen, dann „Start“ drücken. Hier steht dann, was es wofür hält.</translation>
    </message>
    <message>
      <source>Choose the labelled data under Fine-tuning: this model's answers to it are judged here.</source>
      <translation>Unter Fine-Tuning die gelabelten Daten wählen: Die Antworten dieses Modells darauf werden hier beurteilt.</translation>
    </message>
    <message>
      <source>The model answers the examples.</source>
      <translation>Das Modell beantwortet die Beispiele.</translation>
    </message>
    <message>
      <source>Click to put it into the window, with the class that is right</source>
      <translation>Klicken, um es mit der richtigen Klasse ins Fenster zu setzen</translation>
    </message>
    <message>
      <source>Examples, click one to put it into the window</source>
      <translation>Beispiele, eines anklicken, um es ins Fenster zu setzen</translation>
    </message>
    <message>
      <source>Confusion matrix: rows the right class, columns what is said</source>
      <translation>Konfusionsmatrix: Zeilen die richtige Klasse, Spalten das Gesagte</translation>
    </message>
    <message>
      <source>{count:,} examples of &lt;b&gt;{right}&lt;/b&gt; called &lt;b&gt;{said}&lt;/b&gt;: {share} of the row</source>
      <translation>{count:,} Beispiele von &lt;b&gt;{right}&lt;/b&gt;, &lt;b&gt;{said}&lt;/b&gt; genannt: {share} der Zeile</translation>
    </message>
    <message>
      <source>said →</source>
      <translation>gesagt →</translation>
    </message>
    <message>
      <source>right ↓</source>
      <translation>richtig ↓</translation>
    </message>
    <message>
      <source>none</source>
      <translation>keine</translation>
    </message>
    <message>
      <source>What was said against what is right</source>
      <translation>Gesagtes gegen Richtiges</translation>
    </message>
    <message>
      <source>said</source>
      <translation>gesagt</translation>
    </message>
    <message>
      <source>right</source>
      <translation>richtig</translation>
    </message>
    <message>
      <source>Each labelled example is counted where its row, the class that is right, meets the column of the class that was said. What lies off the diagonal is wrong: click a cell to read it, and a sentence to put it into the window.</source>
      <translation>Jedes gelabelte Beispiel zählt dort, wo seine Zeile, die richtige Klasse, die Spalte der gesagten Klasse trifft. Was neben der Diagonale liegt, ist falsch: eine Zelle anklicken, um es zu lesen, und einen Satz, um ihn ins Fenster zu setzen.</translation>
    </message>
    <message>
      <source>Right and wrong</source>
      <translation>Richtig und falsch</translation>
    </message>
    <message>
      <source>Confusion matrix</source>
      <translation>Konfusionsmatrix</translation>
    </message>
    <message>
      <source>Right and said</source>
      <translation>Richtig und gesagt</translation>
    </message>
    <message>
      <source>Each labelled example is a point: across, the number that is right, and up, the one that was said. On the diagonal both are the same. Click a sentence to put it into the window.</source>
      <translation>Jedes gelabelte Beispiel ist ein Punkt: waagerecht die richtige Zahl, senkrecht die gesagte. Auf der Diagonale sind beide gleich. Einen Satz anklicken, um ihn ins Fenster zu setzen.</translation>
    </message>
    <message>
      <source>Each question is counted by how its answer went; an answer may also be that there is none. Click a line to read the questions behind it, and one to put it into the window.</source>
      <translation>Jede Frage zählt danach, wie ihre Antwort ausfiel; eine Antwort kann auch sein, dass es keine gibt. Eine Zeile anklicken, um die Fragen dahinter zu lesen, und eine Frage, um sie ins Fenster zu setzen.</translation>
    </message>
    <message>
      <source>Look behind a number</source>
      <translation>Hinter eine Zahl blicken</translation>
    </message>
    <message>
      <source>{heading}, the first {count}</source>
      <translation>{heading}, die ersten {count}</translation>
    </message>
    <message>
      <source>There are no such examples.</source>
      <translation>Solche Beispiele gibt es nicht.</translation>
    </message>
    <message>
      <source>The engine ended, and the series with it: start it again.</source>
      <translation>Die Engine ist beendet, und mit ihr die Reihe: erneut starten.</translation>
    </message>
    <message>
      <source>{at} of {all}: {start}</source>
      <translation>{at} von {all}: {start}</translation>
    </message>
    <message>
      <source>Lay runs over the curves</source>
      <translation>Läufe über die Kurven legen</translation>
    </message>
    <message>
      <source>Learn from text alone: guess masked words, and whether B follows A. BERT's first step</source>
      <translation>Nur aus Text lernen: maskierte Wörter raten, und ob B auf A folgt. Der erste Schritt von BERT</translation>
    </message>
    <message>
      <source>Go on from pre-trained weights with labelled examples, all weights at once. BERT's second step: choose a task</source>
      <translation>Von vortrainierten Gewichten aus mit gelabelten Beispielen weitertrainieren, alle Gewichte zugleich. Der zweite Schritt von BERT: eine Aufgabe wählen</translation>
    </message>
    <message>
      <source>Pre-training</source>
      <translation>Pre-Training</translation>
    </message>
    <message>
      <source>Fine-tuning: choose a task</source>
      <translation>Fine-Tuning: Aufgabe wählen</translation>
    </message>
    <message>
      <source>Fine-tuning</source>
      <translation>Fine-Tuning</translation>
    </message>
    <message>
      <source>Pre-trained weights know the language already; with random ones of the same shape all must come from the labelled examples. The head is new either way</source>
      <translation>Vortrainierte Gewichte kennen die Sprache schon; mit zufälligen derselben Form muss alles aus den gelabelten Beispielen kommen. Der Kopf ist in jedem Fall neu</translation>
    </message>
    <message>
      <source>Fine-tuning moves all weights. With only the head the encoder stays as it was pre-trained: what is right then was there before</source>
      <translation>Fine-Tuning bewegt alle Gewichte. Nur mit dem Kopf bleibt der Encoder, wie er vortrainiert wurde: Was dann richtig ist, war vorher schon da</translation>
    </message>
    <message>
      <source>How many of the labelled examples are trained on, drawn by the seed; 10 are part of 30. The fewer there are, the more pre-training is worth</source>
      <translation>Auf wie vielen der gelabelten Beispiele trainiert wird, gezogen mit dem Seed; die 10 sind Teil der 30. Je weniger es sind, desto mehr bringt das Pre-Training</translation>
    </message>
    <message>
      <source>How often each labelled example is seen, about: steps × batch ÷ examples. BERT was fine-tuned for 2 to 4</source>
      <translation>Wie oft jedes gelabelte Beispiel etwa gesehen wird: Schritte × Batch ÷ Beispiele. BERT wurde 2 bis 4 Epochen lang feinabgestimmt</translation>
    </message>
    <message>
      <source>everything</source>
      <translation>alles</translation>
    </message>
    <message>
      <source>Weights to start from</source>
      <translation>Startgewichte</translation>
    </message>
    <message>
      <source>Labelled examples</source>
      <translation>Gelabelte Beispiele</translation>
    </message>
    <message>
      <source>Epochs</source>
      <translation>Epochen</translation>
    </message>
    <message>
      <source>examples</source>
      <translation>Beispiele</translation>
    </message>
    <message>
      <source>epochs</source>
      <translation>Epochen</translation>
    </message>
    <message>
      <source>pre-trained {model}</source>
      <translation>{model}, vortrainiert</translation>
    </message>
    <message>
      <source>from</source>
      <translation>aus</translation>
    </message>
    <message>
      <source>of {count:,}</source>
      <translation>von {count:,}</translation>
    </message>
    <message>
      <source>Train on a table, JSON lines, a task of GLUE or SQuAD's files; you see what is in it</source>
      <translation>Auf einer Tabelle, JSON Lines, einer GLUE-Aufgabe oder SQuADs Dateien trainieren; was darin ist, wird gezeigt</translation>
    </message>
    <message>
      <source>A folder with train, dev and test files, such as one of GLUE's</source>
      <translation>Ein Ordner mit Train-, Dev- und Test-Dateien, wie einer von GLUE</translation>
    </message>
    <message>
      <source>Set sentences that fit</source>
      <translation>Passende Sätze einsetzen</translation>
    </message>
    <message>
      <source>Replaces A and B by an example of the task; Undo brings yours back</source>
      <translation>Ersetzt A und B durch ein Beispiel der Aufgabe; Rückgängig holt die eigenen Sätze zurück</translation>
    </message>
    <message>
      <source>Open labelled data …</source>
      <translation>Gelabelte Daten öffnen …</translation>
    </message>
    <message>
      <source>Open a folder …</source>
      <translation>Ordner öffnen …</translation>
    </message>
    <message>
      <source>It ships with bertscope</source>
      <translation>Gehört zu bertscope</translation>
    </message>
    <message>
      <source>regression</source>
      <translation>Regression</translation>
    </message>
    <message>
      <source>question answering</source>
      <translation>Question Answering</translation>
    </message>
    <message>
      <source>one sentence, 2 classes</source>
      <translation>ein Satz, 2 Klassen</translation>
    </message>
    <message>
      <source>a pair, 3 classes</source>
      <translation>ein Paar, 3 Klassen</translation>
    </message>
    <message>
      <source>a question and a story, the answer is marked</source>
      <translation>eine Frage und eine Geschichte, die Antwort wird markiert</translation>
    </message>
    <message>
      <source>random weights</source>
      <translation>Zufallsgewichte</translation>
    </message>
    <message>
      <source>1 class: {labels}</source>
      <translation>1 Klasse: {labels}</translation>
    </message>
    <message>
      <source>{count} classes: {labels}</source>
      <translation>{count} Klassen: {labels}</translation>
    </message>
    <message>
      <source>{metric} of {rules}</source>
      <translation>{metric}: {rules}</translation>
    </message>
    <message>
      <source>{counts} examples</source>
      <translation>Beispiele: {counts}</translation>
    </message>
    <message>
      <source>{count:,} train</source>
      <translation>{count:,} Train</translation>
    </message>
    <message>
      <source>{count:,} dev</source>
      <translation>{count:,} Dev</translation>
    </message>
    <message>
      <source>{count:,} test</source>
      <translation>{count:,} Test</translation>
    </message>
    <message>
      <source>Train the task on ever more labelled examples, from pre-trained and from random weights, {times} times each</source>
      <translation>Die Aufgabe auf immer mehr gelabelten Beispielen trainieren, von vortrainierten und von Zufallsgewichten aus, je {times}-mal</translation>
    </message>
    <message>
      <source>Measure no further; what was measured stays</source>
      <translation>Nicht weiter messen; das Gemessene bleibt</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} von {total}</translation>
    </message>
    <message>
      <source>about {time} left</source>
      <translation>noch etwa {time}</translation>
    </message>
    <message>
      <source>at least {time} left</source>
      <translation>noch mindestens {time}</translation>
    </message>
    <message>
      <source>Measure</source>
      <translation>Messen</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>Stopp</translation>
    </message>
    <message>
      <source>What is pre-training worth?</source>
      <translation>Was bringt Pre-Training?</translation>
    </message>
    <message>
      <source>Trains the task from random weights, then only the head on pre-trained ones, then all of them, on the same batches, and lays the curves over one another</source>
      <translation>Trainiert die Aufgabe von Zufallsgewichten aus, dann nur den Kopf auf vortrainierten, dann alle Gewichte, auf denselben Batches, und legt die Kurven übereinander</translation>
    </message>
    <message>
      <source>Begin no other of the three runs; the one that is on holds where it is</source>
      <translation>Keinen weiteren der drei Läufe beginnen; der laufende hält an, wo er ist</translation>
    </message>
    <message>
      <source>Stop the series of runs</source>
      <translation>Reihe der Läufe stoppen</translation>
    </message>
    <message>
      <source>Run {which}</source>
      <translation>Lauf {which}</translation>
    </message>
    <message>
      <source>Wait until the engine is ready.</source>
      <translation>Warten, bis die Engine bereit ist.</translation>
    </message>
    <message>
      <source>Choose a task under Fine-tuning first.</source>
      <translation>Zuerst unter Fine-Tuning eine Aufgabe wählen.</translation>
    </message>
    <message>
      <source>Choose a pre-trained model to start from first: random weights have nothing to lose.</source>
      <translation>Zuerst ein vortrainiertes Modell als Start wählen: Zufallsgewichte haben nichts zu verlieren.</translation>
    </message>
    <message>
      <source>Reset the run first: the engine trains one thing at a time.</source>
      <translation>Zuerst den Lauf zurücksetzen: Die Engine trainiert nur eines auf einmal.</translation>
    </message>
    <message>
      <source>Wait until the engine has read the data.</source>
      <translation>Warten, bis die Engine die Daten gelesen hat.</translation>
    </message>
    <message>
      <source>This data has {count:,} examples to train on: choose one with at least 10.</source>
      <translation>Diese Daten haben {count:,} Beispiele zum Trainieren: welche mit mindestens 10 wählen.</translation>
    </message>
    <message>
      <source>The engine ended before all was measured: start it again, then measure anew.</source>
      <translation>Die Engine endete, bevor alles gemessen war: sie erneut starten, dann neu messen.</translation>
    </message>
    <message>
      <source>Score against the number of labelled examples</source>
      <translation>Score gegen die Zahl der gelabelten Beispiele</translation>
    </message>
    <message>
      <source>{name}, {size:,} examples, seed {seed}: {score}</source>
      <translation>{name}, {size:,} Beispiele, Seed {seed}: {score}</translation>
    </message>
    <message>
      <source>{name}, {size:,.0f} examples, mean: {score}</source>
      <translation>{name}, {size:,.0f} Beispiele, Mittel: {score}</translation>
    </message>
    <message>
      <source>Measure trains the task on 10, 30, 100, 300 and 1000 labelled examples, from the pre-trained and from random weights, three times each. What pre-training is worth is the gap between them.</source>
      <translation>„Messen“ trainiert die Aufgabe auf 10, 30, 100, 300 und 1000 gelabelten Beispielen, von den vortrainierten und von Zufallsgewichten aus, je dreimal. Was Pre-Training bringt, ist der Abstand dazwischen.</translation>
    </message>
    <message>
      <source>Pre-training has seen no label. What it is worth with few labels and with many: the score on examples that are not trained on, against how many are. Faint: single trainings; bold: their mean; the band reaches from the worst to the best of them.</source>
      <translation>Das Pre-Training hat kein Label gesehen. Was es bei wenigen und bei vielen Labels bringt: der Score auf Beispielen, auf denen nicht trainiert wird, gegen die Zahl derer, auf denen trainiert wird. Blass: einzelne Trainings; kräftig: ihr Mittel; das Band reicht vom schlechtesten bis zum besten.</translation>
    </message>
    <message>
      <source>{metric} of {task} on held-out examples, {seeds} seeds each, {steps} steps at the most</source>
      <translation>{metric} von {task} auf zurückgehaltenen Beispielen, je {seeds} Seeds, höchstens {steps} Schritte</translation>
    </message>
    <message>
      <source>What is trained on, and where a random B comes from; a run keeps its own until reset</source>
      <translation>Womit trainiert wird, und woher ein zufälliges B kommt; ein Lauf behält seines bis zum Zurücksetzen</translation>
    </message>
    <message>
      <source>The labelled examples that are trained on; a run keeps its own until reset</source>
      <translation>Die gelabelten Beispiele, mit denen trainiert wird; ein Lauf behält seine bis zum Zurücksetzen</translation>
    </message>
    <message>
      <source>Where training runs; auto takes a GPU where there is one</source>
      <translation>Wo das Training läuft; auto nimmt eine GPU, wo es eine gibt</translation>
    </message>
    <message>
      <source>{layers} layers · {width} wide · {millions:.1f} M parameters</source>
      <translation>{layers} Schichten · {width} breit · {millions:.1f} M Parameter</translation>
    </message>
    <message>
      <source>Model  {name}</source>
      <translation>Modell  {name}</translation>
    </message>
    <message>
      <source>in training</source>
      <translation>im Training</translation>
    </message>
    <message>
      <source>Data  {name}</source>
      <translation>Daten  {name}</translation>
    </message>
    <message>
      <source>Model</source>
      <translation>Modell</translation>
    </message>
    <message>
      <source>Corpus</source>
      <translation>Korpus</translation>
    </message>
    <message>
      <source>Device to train on</source>
      <translation>Gerät für das Training</translation>
    </message>
    <message>
      <source>auto</source>
      <translation>auto</translation>
    </message>
    <message>
      <source>Device</source>
      <translation>Gerät</translation>
    </message>
    <message>
      <source>The model that ships</source>
      <translation>Mitgeliefertes Modell</translation>
    </message>
    <message>
      <source>Open a model folder …</source>
      <translation>Modellordner öffnen …</translation>
    </message>
    <message>
      <source>Load from the Hub …</source>
      <translation>Vom Hub laden …</translation>
    </message>
    <message>
      <source>{corpus} (built in)</source>
      <translation>{corpus} (eingebaut)</translation>
    </message>
    <message>
      <source>Open a text file …</source>
      <translation>Textdatei öffnen …</translation>
    </message>
    <message>
      <source>Open a folder of text files …</source>
      <translation>Ordner mit Textdateien öffnen …</translation>
    </message>
    <message>
      <source>the run at step {step:,}</source>
      <translation>der Lauf bei Schritt {step:,}</translation>
    </message>
    <message>
      <source>just trained</source>
      <translation>gerade trainiert</translation>
    </message>
    <message>
      <source>{name}, not here</source>
      <translation>{name}, nicht hier</translation>
    </message>
    <message>
      <source>Corpus  {name}</source>
      <translation>Korpus  {name}</translation>
    </message>
    <message>
      <source>What this view shows</source>
      <translation>Was diese Ansicht zeigt</translation>
    </message>
    <message>
      <source>Opens the lesson beside the views</source>
      <translation>Öffnet die Lektion neben den Ansichten</translation>
    </message>
    <message>
      <source>Close this (Esc)</source>
      <translation>Dies schließen (Esc)</translation>
    </message>
    <message>
      <source>Lesson: {title}</source>
      <translation>Lektion: {title}</translation>
    </message>
    <message>
      <source>New here? The tour shows in seven stops how BERT learns, on this very window.</source>
      <translation>Neu hier? Die Tour zeigt in sieben Stationen, wie BERT lernt, an eben diesem Fenster.</translation>
    </message>
    <message>
      <source>Take the tour, two minutes</source>
      <translation>Zur Tour, zwei Minuten</translation>
    </message>
    <message>
      <source>No, thanks</source>
      <translation>Nein, danke</translation>
    </message>
    <message>
      <source>Tour</source>
      <translation>Tour</translation>
    </message>
    <message>
      <source>What is seen here</source>
      <translation>Was hier zu sehen ist</translation>
    </message>
    <message>
      <source>To try</source>
      <translation>Zum Ausprobieren</translation>
    </message>
    <message>
      <source>Leave</source>
      <translation>Verlassen</translation>
    </message>
    <message>
      <source>End the tour; the window is then as it was before (Esc)</source>
      <translation>Die Tour beenden; das Fenster ist dann wieder wie vorher (Esc)</translation>
    </message>
    <message>
      <source>The stop before (Left)</source>
      <translation>Die Station davor (Links)</translation>
    </message>
    <message>
      <source>{number} of {count}</source>
      <translation>{number} von {count}</translation>
    </message>
    <message>
      <source>End the tour (Right)</source>
      <translation>Die Tour beenden (Rechts)</translation>
    </message>
    <message>
      <source>The next stop (Right, Enter)</source>
      <translation>Die nächste Station (Rechts, Eingabe)</translation>
    </message>
    <message>
      <source>Tour, {number} of {count}: {title}</source>
      <translation>Tour, {number} von {count}: {title}</translation>
    </message>
    <message>
      <source>**✓ Done.** {words}</source>
      <translation>**✓ Fertig.** {words}</translation>
    </message>
    <message>
      <source>**Try it:** {words}</source>
      <translation>**Ausprobieren:** {words}</translation>
    </message>
    <message>
      <source>Waiting for the engine.</source>
      <translation>Warten auf die Engine.</translation>
    </message>
    <message>
      <source>writing {name} …</source>
      <translation>{name} wird geschrieben …</translation>
    </message>
    <message>
      <source>mask</source>
      <translation>maskieren</translation>
    </message>
    <message>
      <source>whole word</source>
      <translation>ganzes Wort</translation>
    </message>
    <message>
      <source>span</source>
      <translation>Span</translation>
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
      <translation>exakt richtig</translation>
    </message>
    <message>
      <source>answer F1</source>
      <translation>Antwort-F1</translation>
    </message>
    <message>
      <source>pre-trained weights</source>
      <translation>vortrainierte Gewichte</translation>
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
      <translation>Tokens durch die Schichten</translation>
    </message>
    <message>
      <source>token embeddings</source>
      <translation>Token-Embeddings</translation>
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
      <translation>Gradient × Input</translation>
    </message>
    <message>
      <source>attention of [CLS]</source>
      <translation>Attention von [CLS]</translation>
    </message>
    <message>
      <source>Save picture …</source>
      <translation>Bild speichern …</translation>
    </message>
    <message>
      <source>Save numbers …</source>
      <translation>Zahlen speichern …</translation>
    </message>
    <message>
      <source>Copy picture</source>
      <translation>Bild kopieren</translation>
    </message>
    <message>
      <source>Copy numbers</source>
      <translation>Zahlen kopieren</translation>
    </message>
    <message>
      <source>qa</source>
      <translation>QA</translation>
    </message>
    <message>
      <source>started</source>
      <translation>begonnen</translation>
    </message>
    <message>
      <source>resumed</source>
      <translation>fortgesetzt</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>geändert</translation>
    </message>
    <message>
      <source>checkpoint</source>
      <translation>Checkpoint</translation>
    </message>
    <message>
      <source>not finite</source>
      <translation>nicht endlich</translation>
    </message>
    <message>
      <source>noted</source>
      <translation>vermerkt</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>beendet</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>fertig</translation>
    </message>
    <message>
      <source>majority class</source>
      <translation>häufigste Klasse</translation>
    </message>
    <message>
      <source>word overlap</source>
      <translation>gemeinsame Wörter</translation>
    </message>
    <message>
      <source>The whole window …</source>
      <translation>Das ganze Fenster …</translation>
    </message>
    <message>
      <source>The view that has the focus …</source>
      <translation>Die Ansicht im Fokus …</translation>
    </message>
    <message>
      <source>The curves …</source>
      <translation>Die Kurven …</translation>
    </message>
    <message>
      <source>run to the end</source>
      <translation>bis zum Ende</translation>
    </message>
    <message>
      <source>run some steps</source>
      <translation>einige Schritte</translation>
    </message>
    <message>
      <source>run to a step</source>
      <translation>bis Schritt</translation>
    </message>
    <message>
      <source>until masked LM</source>
      <translation>bis Masked LM</translation>
    </message>
    <message>
      <source>until next sentence</source>
      <translation>bis nächster Satz</translation>
    </message>
    <message>
      <source>until total loss</source>
      <translation>bis Gesamt-Loss</translation>
    </message>
    <message>
      <source>run for a time</source>
      <translation>eine Zeit lang</translation>
    </message>
    <message>
      <source>partly right</source>
      <translation>teils richtig</translation>
    </message>
    <message>
      <source>wrong</source>
      <translation>falsch</translation>
    </message>
    <message>
      <source>answered though unanswerable</source>
      <translation>beantwortet, obwohl unbeantwortbar</translation>
    </message>
    <message>
      <source>said no answer</source>
      <translation>„keine Antwort“ gesagt</translation>
    </message>
    <message>
      <source>masked LM loss</source>
      <translation>Masked-LM-Loss</translation>
    </message>
    <message>
      <source>next sentence loss</source>
      <translation>Next-Sentence-Loss</translation>
    </message>
    <message>
      <source>total loss</source>
      <translation>Gesamt-Loss</translation>
    </message>
    <message>
      <source>Little stories</source>
      <translation>Kurzgeschichten</translation>
    </message>
    <message>
      <source>Stories</source>
      <translation>Geschichten</translation>
    </message>
    <message>
      <source>Feelings</source>
      <translation>Gefühle</translation>
    </message>
    <message>
      <source>Follows</source>
      <translation>Folgerung</translation>
    </message>
    <message>
      <source>Who, what, where</source>
      <translation>Wer, was, wo</translation>
    </message>
    <message>
      <source>The classic pair</source>
      <translation>Das klassische Paar</translation>
    </message>
    <message>
      <source>What can a dog be? The bars at the masked word should be words for a pet.</source>
      <translation>Was kann ein Hund sein? Die Balken am maskierten Wort sollten Wörter sein, die zu einem Haustier passen.</translation>
    </message>
    <message>
      <source>Agreement: one cat</source>
      <translation>Kongruenz: eine Katze</translation>
    </message>
    <message>
      <source>One cat: is, was or sits, but hardly are.</source>
      <translation>Eine Katze: „is“, „was“ oder „sits“, aber kaum „are“.</translation>
    </message>
    <message>
      <source>Agreement: two cats</source>
      <translation>Kongruenz: zwei Katzen</translation>
    </message>
    <message>
      <source>The same sentence with cats: now are is likelier than is, because of one letter.</source>
      <translation>Derselbe Satz mit „cats“: Jetzt ist „are“ wahrscheinlicher als „is“, wegen eines einzigen Buchstabens.</translation>
    </message>
    <message>
      <source>Her bed</source>
      <translation>Ihr Bett</translation>
    </message>
    <message>
      <source>A sister's bed: her is likelier than his. The next example has a brother.</source>
      <translation>Das Bett einer Schwester: „her“ ist wahrscheinlicher als „his“. Das nächste Beispiel hat einen Bruder.</translation>
    </message>
    <message>
      <source>His bed</source>
      <translation>Sein Bett</translation>
    </message>
    <message>
      <source>The same with a brother: now his is likelier than her.</source>
      <translation>Dasselbe mit einem Bruder: Jetzt ist „his“ wahrscheinlicher als „her“.</translation>
    </message>
    <message>
      <source>What a baker bakes</source>
      <translation>Was eine Bäckerin backt</translation>
    </message>
    <message>
      <source>What does a baker bake? Bread should come first.</source>
      <translation>Was backt eine Bäckerin? „bread“ sollte an erster Stelle stehen.</translation>
    </message>
    <message>
      <source>A word comes back</source>
      <translation>Ein Wort kehrt wieder</translation>
    </message>
    <message>
      <source>B alone could hold any instrument: the model copies guitar from A. Look at attention from [MASK].</source>
      <translation>B allein ließe jedes Instrument zu: Das Modell übernimmt „guitar“ aus A. Einen Blick auf die Attention von [MASK] werfen.</translation>
    </message>
    <message>
      <source>A name comes back</source>
      <translation>Ein Name kehrt wieder</translation>
    </message>
    <message>
      <source>Somebody of A is hugged in B: Lucy, or a pronoun in her place.</source>
      <translation>Jemand aus A wird in B umarmt: Lucy, oder ein Pronomen an ihrer Stelle.</translation>
    </message>
    <message>
      <source>Opposites</source>
      <translation>Gegensätze</translation>
    </message>
    <message>
      <source>But asks for a contrast: small or another size should be near the top. B is empty here.</source>
      <translation>„but“ verlangt einen Gegensatz: „small“ oder eine andere Größe sollte weit oben stehen. B ist hier leer.</translation>
    </message>
    <message>
      <source>Yesterday and tomorrow</source>
      <translation>Gestern und morgen</translation>
    </message>
    <message>
      <source>Yesterday wants the past: went is likelier than go.</source>
      <translation>„Yesterday“ verlangt die Vergangenheit: „went“ ist wahrscheinlicher als „go“.</translation>
    </message>
    <message>
      <source>Tomorrow</source>
      <translation>Morgen</translation>
    </message>
    <message>
      <source>Tomorrow wants the future: will should come first.</source>
      <translation>„Tomorrow“ verlangt die Zukunft: „will“ sollte an erster Stelle stehen.</translation>
    </message>
    <message>
      <source>In, on or under</source>
      <translation>In, auf oder unter</translation>
    </message>
    <message>
      <source>Places for a cup: on, under, next to. All bars should be prepositions.</source>
      <translation>Orte für eine Tasse: „on“, „under“, „next to“. Alle Balken sollten Präpositionen sein.</translation>
    </message>
    <message>
      <source>Because</source>
      <translation>Weil</translation>
    </message>
    <message>
      <source>The second half is a reason, so because should be among the first words.</source>
      <translation>Die zweite Hälfte ist ein Grund, also sollte „because“ unter den ersten Wörtern sein.</translation>
    </message>
    <message>
      <source>Asking where</source>
      <translation>Die Frage nach dem Ort</translation>
    </message>
    <message>
      <source>The answer names a place, so the question word is where.</source>
      <translation>Die Antwort nennt einen Ort, also ist das Fragewort „where“.</translation>
    </message>
    <message>
      <source>It follows</source>
      <translation>Es folgt</translation>
    </message>
    <message>
      <source>The same cat in both sentences: the next-sentence bar should say that B follows.</source>
      <translation>Dieselbe Katze in beiden Sätzen: Der Balken des nächsten Satzes sollte sagen, dass B folgt.</translation>
    </message>
    <message>
      <source>It does not follow</source>
      <translation>Es folgt nicht</translation>
    </message>
    <message>
      <source>A rabbit and a train ticket: the next-sentence bar should say that B is a random sentence.</source>
      <translation>Ein Kaninchen und eine Fahrkarte: Der Balken des nächsten Satzes sollte sagen, dass B ein zufälliger Satz ist.</translation>
    </message>
    <message>
      <source>Only a name tells</source>
      <translation>Nur ein Name verrät es</translation>
    </message>
    <message>
      <source>Change both Emma and guitar in B to Hugo and piano: the form stays, and the verdict turns.</source>
      <translation>In B sowohl „Emma“ als auch „guitar“ durch „Hugo“ und „piano“ ersetzen: Die Form bleibt, und das Urteil kippt.</translation>
    </message>
    <message>
      <source>The same form, another story</source>
      <translation>Dieselbe Form, eine andere Geschichte</translation>
    </message>
    <message>
      <source>B has the form of a sentence that follows, but other people and things: it should not follow.</source>
      <translation>B hat die Form eines folgenden Satzes, aber andere Personen und Dinge: Es sollte nicht folgen.</translation>
    </message>
    <message>
      <source>Two masks at once</source>
      <translation>Zwei Masken zugleich</translation>
    </message>
    <message>
      <source>Both the job and its place are hidden. Unmask one of them and see what it does to the other.</source>
      <translation>Beruf und Arbeitsort sind verborgen. Eine der Masken aufheben und sehen, was das mit der anderen macht.</translation>
    </message>
    <message>
      <source>The thing to take along</source>
      <translation>Was mitzunehmen ist</translation>
    </message>
    <message>
      <source>Wet could be many things: with A in sight it is the umbrella. Empty A and watch it go.</source>
      <translation>Nass kann vieles sein: Mit A vor Augen ist es der Schirm. A leeren und zusehen, wie er verschwindet.</translation>
    </message>
    <message>
      <source>A span</source>
      <translation>Ein Span</translation>
    </message>
    <message>
      <source>Two neighbours are hidden, as in span masking: a preposition and an article.</source>
      <translation>Zwei Nachbarn sind verborgen, wie beim Span Masking: eine Präposition und ein Artikel.</translation>
    </message>
    <message>
      <source>A word of two meanings: letter</source>
      <translation>Ein Wort mit zwei Bedeutungen: letter</translation>
    </message>
    <message>
      <source>In this story a letter is read. Type alphabet or stamp into A and see what changes.</source>
      <translation>In dieser Geschichte wird ein Brief gelesen. In A „alphabet“ oder „stamp“ eingeben und sehen, was sich ändert.</translation>
    </message>
    <message>
      <source>Pieces of a word</source>
      <translation>Stücke eines Worts</translation>
    </message>
    <message>
      <source>playing is two pieces, play and ##ing; masked whole, the model must find both.</source>
      <translation>„playing“ besteht aus zwei Stücken, „play“ und „##ing“; ganz maskiert muss das Modell beide finden.</translation>
    </message>
    <message>
      <source>Cause and effect</source>
      <translation>Ursache und Wirkung</translation>
    </message>
    <message>
      <source>Why be careful? The warning in B makes hot likely. Empty B and compare.</source>
      <translation>Warum vorsichtig sein? Die Warnung in B macht „hot“ wahrscheinlich. B leeren und vergleichen.</translation>
    </message>
    <message>
      <source>Colours</source>
      <translation>Farben</translation>
    </message>
    <message>
      <source>B may be empty. All guesses should be colours, and white among the first.</source>
      <translation>B darf leer sein. Alle Vorschläge sollten Farben sein, und „white“ unter den ersten.</translation>
    </message>
    <message>
      <source>The same animal again</source>
      <translation>Noch einmal dasselbe Tier</translation>
    </message>
    <message>
      <source>The kitten comes first, and after it other small animals that like milk.</source>
      <translation>Das Kätzchen steht an erster Stelle, danach andere kleine Tiere, die Milch mögen.</translation>
    </message>
  </context>
  <context>
    <name>sentences</name>
    <message>
      <source>{0} is no name of a model: type one such as {1}.</source>
      <translation>{0} ist kein Name eines Modells: einen wie {1} eingeben.</translation>
    </message>
    <message>
      <source>{0} is given only to those who ask: do so at {1}/{2}, then log in with `hf auth login`.</source>
      <translation>{0} wird nur auf Anfrage herausgegeben: unter {1}/{2} anfragen, dann mit `hf auth login` anmelden.</translation>
    </message>
    <message>
      <source>There is no {0} on the Hub, or it is private: check the name, such as {1}; for a private model log in with `hf auth login`.</source>
      <translation>{0} gibt es auf dem Hub nicht, oder es ist privat: den Namen prüfen, etwa {1}; für ein privates Modell mit `hf auth login` anmelden.</translation>
    </message>
    <message>
      <source>{0} has no revision {1}: check its name.</source>
      <translation>{0} hat keine Revision {1}: deren Namen prüfen.</translation>
    </message>
    <message>
      <source>HF_HUB_OFFLINE or TRANSFORMERS_OFFLINE is set, so nothing is asked of the Hub, and {0} isn't in its cache: unset it, or open a folder.</source>
      <translation>HF_HUB_OFFLINE oder TRANSFORMERS_OFFLINE ist gesetzt, daher wird der Hub nicht gefragt, und {0} ist nicht in seinem Cache: die Variable entfernen oder einen Ordner öffnen.</translation>
    </message>
    <message>
      <source>{0} can't be loaded from {1} ({2}): check the network and try again; files that came whole are kept.</source>
      <translation>{0} lässt sich nicht von {1} laden ({2}): das Netz prüfen und es neu versuchen; vollständig geladene Dateien bleiben erhalten.</translation>
    </message>
    <message>
      <source>The Hub doesn't give {0} out (error {1}): log in with `hf auth login`.</source>
      <translation>Der Hub gibt {0} nicht heraus (Fehler {1}): mit `hf auth login` anmelden.</translation>
    </message>
    <message>
      <source>The Hub has been asked too often from here (error 429): wait some minutes.</source>
      <translation>Der Hub wurde von hier zu oft gefragt (Fehler 429): einige Minuten warten.</translation>
    </message>
    <message>
      <source>The Hub couldn't answer for {0} (error {1}): try again later.</source>
      <translation>Der Hub konnte zu {0} nicht antworten (Fehler {1}): es später neu versuchen.</translation>
    </message>
    <message>
      <source>{0} has no {1}, so it is no BERT to open: choose another.</source>
      <translation>{0} hat kein {1} und ist damit kein BERT zum Öffnen: ein anderes wählen.</translation>
    </message>
    <message>
      <source>{0} has no vocabulary (vocab.txt), so no sentence can be read by it.</source>
      <translation>{0} hat kein Vokabular (vocab.txt), daher kann es keinen Satz lesen.</translation>
    </message>
    <message>
      <source>{0} has no weights in safetensors: choose another model.</source>
      <translation>{0} hat keine Gewichte in safetensors: ein anderes Modell wählen.</translation>
    </message>
    <message>
      <source>{0} has its weights as pytorch_model.bin alone, which can run code of whoever made it, so it isn't loaded. If you trust it, write it anew in Python, with BertForPreTraining.from_pretrained("{1}").save_pretrained("folder", safe_serialization=True) and its tokenizer beside it, and open that folder.</source>
      <translation>{0} hat seine Gewichte nur als pytorch_model.bin, das fremden Code ausführen kann, daher wird es nicht geladen. Wer ihm vertraut, schreibt es in Python neu, mit BertForPreTraining.from_pretrained("{1}").save_pretrained("folder", safe_serialization=True) und dem Tokenizer daneben, und öffnet diesen Ordner.</translation>
    </message>
    <message>
      <source>{0} of {1} is damaged: choose another model.</source>
      <translation>{0} von {1} ist beschädigt: ein anderes Modell wählen.</translation>
    </message>
    <message>
      <source>{0} isn't loaded. {1}</source>
      <translation>{0} wird nicht geladen. {1}</translation>
    </message>
    <message>
      <source>chooses among several texts</source>
      <translation>wählt unter mehreren Texten</translation>
    </message>
    <message>
      <source>labels each token</source>
      <translation>gibt jedem Token ein Label</translation>
    </message>
    <message>
      <source>This BERT {0} ({1}), which bertscope doesn't: choose one that was only pre-trained, that classifies sentences or that answers questions.</source>
      <translation>Dieses BERT {0} ({1}), was bertscope nicht kann: eines wählen, das nur vortrainiert ist, Sätze klassifiziert oder Fragen beantwortet.</translation>
    </message>
    <message>
      <source>The classes of this BERT don't exclude each other (problem_type in config.json), and bertscope tells one of them: choose another model.</source>
      <translation>Die Klassen dieses BERT schließen einander nicht aus (problem_type in config.json), bertscope nennt aber nur eine: ein anderes Modell wählen.</translation>
    </message>
    <message>
      <source>id2label in config.json has to name the classes 0, 1, 2 and so on, without a gap: correct it, or copy the file again.</source>
      <translation>id2label in config.json muss die Klassen 0, 1, 2 usw. lückenlos benennen: die Datei berichtigen oder neu kopieren.</translation>
    </message>
    <message>
      <source>Regression answers with one number, and id2label in config.json names {0}: leave one, or set problem_type to single_label_classification.</source>
      <translation>Regression antwortet mit einer Zahl, id2label in config.json nennt aber {0}: eine davon lassen oder problem_type auf single_label_classification setzen.</translation>
    </message>
    <message>
      <source>only {0} is there</source>
      <translation>es gibt nur {0}</translation>
    </message>
    <message>
      <source>none is there</source>
      <translation>es gibt keine</translation>
    </message>
    <message>
      <source>A classifier needs two classes or more, and {0}: add another one.</source>
      <translation>Ein Klassifikator braucht zwei oder mehr Klassen, und {0}: eine weitere hinzufügen.</translation>
    </message>
    <message>
      <source>Two classes are called {0}: give each a name of its own.</source>
      <translation>Zwei Klassen heißen {0}: jeder einen eigenen Namen geben.</translation>
    </message>
    <message>
      <source>its {0} can't be read</source>
      <translation>{0} darin ist nicht lesbar</translation>
    </message>
    <message>
      <source>{0} is missing</source>
      <translation>{0} fehlt</translation>
    </message>
    <message>
      <source>{0} is damaged</source>
      <translation>{0} ist beschädigt</translation>
    </message>
    <message>
      <source>The checkpoint {0} was passed over: {1}.</source>
      <translation>Der Checkpoint {0} wurde übergangen: {1}.</translation>
    </message>
    <message>
      <source>it has BERT's names but normalizes before each sublayer</source>
      <translation>es hat die Namen von BERT, normalisiert aber vor jeder Teilschicht</translation>
    </message>
    <message>
      <source>it counts positions from 2 and knows no segments</source>
      <translation>es zählt Positionen ab 2 und kennt keine Segmente</translation>
    </message>
    <message>
      <source>it is a decoder, which reads from left to right</source>
      <translation>es ist ein Decoder, der von links nach rechts liest</translation>
    </message>
    <message>
      <source>it attends to a second model</source>
      <translation>es richtet seine Attention auf ein zweites Modell</translation>
    </message>
    <message>
      <source>it brings its own code, which bertscope doesn't run</source>
      <translation>es bringt eigenen Code mit, den bertscope nicht ausführt</translation>
    </message>
    <message>
      <source>its weights are quantized</source>
      <translation>seine Gewichte sind quantisiert</translation>
    </message>
    <message>
      <source>some of its attention heads are cut out</source>
      <translation>einige seiner Attention-Köpfe sind herausgeschnitten</translation>
    </message>
    <message>
      <source>There is no size {0}: choose {1}.</source>
      <translation>Die Größe {0} gibt es nicht: {1} wählen.</translation>
    </message>
    <message>
      <source>config.json can't be used: {0}.</source>
      <translation>config.json ist nicht verwendbar: {0}.</translation>
    </message>
    <message>
      <source>{0} is {1}, and must be 1 or more.</source>
      <translation>{0} ist {1} und muss 1 oder mehr sein.</translation>
    </message>
    <message>
      <source>A width of {0} can't be shared out over {1} attention heads: choose a multiple.</source>
      <translation>Eine Breite von {0} lässt sich nicht auf {1} Attention-Köpfe aufteilen: ein Vielfaches wählen.</translation>
    </message>
    <message>
      <source>{0} is a share: set it between 0 and 1.</source>
      <translation>{0} ist ein Anteil: einen Wert zwischen 0 und 1 setzen.</translation>
    </message>
    <message>
      <source>bertscope doesn't know the activation {0}: it knows {1}.</source>
      <translation>bertscope kennt die Aktivierung {0} nicht: Es kennt {1}.</translation>
    </message>
    <message>
      <source>pad_token_id {0} is not in the vocabulary.</source>
      <translation>pad_token_id {0} ist nicht im Vokabular.</translation>
    </message>
    <message>
      <source>This is a {0} model, not BERT ({1}): choose a BERT folder.</source>
      <translation>Das ist ein Modell der Art {0}, nicht BERT ({1}): einen BERT-Ordner wählen.</translation>
    </message>
    <message>
      <source>This is a {0} model, not BERT: choose a BERT folder.</source>
      <translation>Das ist ein Modell der Art {0}, nicht BERT: einen BERT-Ordner wählen.</translation>
    </message>
    <message>
      <source>This BERT can't be opened, for {0} ({1} in config.json).</source>
      <translation>Dieses BERT lässt sich nicht öffnen, denn {0} ({1} in config.json).</translation>
    </message>
    <message>
      <source>This BERT can't be opened, for its positions are {0}: only absolute position embeddings are supported.</source>
      <translation>Dieses BERT lässt sich nicht öffnen, denn seine Positionen sind {0}: nur absolute Positions-Embeddings werden unterstützt.</translation>
    </message>
    <message>
      <source>Reading the corpus</source>
      <translation>Korpus wird gelesen</translation>
    </message>
    <message>
      <source>Telling decoys</source>
      <translation>Köder werden geschrieben</translation>
    </message>
    <message>
      <source>Cutting into pieces</source>
      <translation>Text wird in Stücke zerlegt</translation>
    </message>
    <message>
      <source>Cutting the held-out part</source>
      <translation>Zurückgehaltener Teil wird zerlegt</translation>
    </message>
    <message>
      <source>{0} isn't the same text on all machines: copy it to them from the first.</source>
      <translation>{0} enthält nicht auf allen Rechnern denselben Text: vom ersten auf die anderen kopieren.</translation>
    </message>
    <message>
      <source>Opening the corpus</source>
      <translation>Korpus wird geöffnet</translation>
    </message>
    <message>
      <source>{0} of the text is [UNK]: the vocabulary doesn't fit it.</source>
      <translation>{0} des Texts sind [UNK]: Das Vokabular passt nicht dazu.</translation>
    </message>
    <message>
      <source>{0} of the words are not in the vocabulary and are read in pieces, most often {1}.</source>
      <translation>{0} der Wörter sind nicht im Vokabular und werden in Stücken gelesen, am häufigsten {1}.</translation>
    </message>
    <message>
      <source>CPU, {0} cores</source>
      <translation>CPU, {0} Kerne</translation>
    </message>
    <message>
      <source>CPU, 1 core</source>
      <translation>CPU, 1 Kern</translation>
    </message>
    <message>
      <source>There is no device {0} here: choose auto, {1}.</source>
      <translation>Das Gerät {0} gibt es hier nicht: auto, {1} wählen.</translation>
    </message>
    <message>
      <source>{0} ran out of memory: set fewer pairs a micro-batch, a shorter length or a smaller model, then go on from the last checkpoint.</source>
      <translation>Auf {0} reicht der Speicher nicht: weniger Paare pro Micro-Batch, eine kürzere Länge oder ein kleineres Modell setzen und vom letzten Checkpoint fortfahren.</translation>
    </message>
    <message>
      <source>There is no room to write {0}: free some space on that disk, then go on.</source>
      <translation>Zum Schreiben von {0} ist kein Platz: auf diesem Datenträger Platz schaffen, dann fortfahren.</translation>
    </message>
    <message>
      <source>{0} can't be written ({1}): check the folder's permissions or choose another.</source>
      <translation>{0} lässt sich nicht schreiben ({1}): die Zugriffsrechte des Ordners prüfen oder einen anderen wählen.</translation>
    </message>
    <message>
      <source>Another process of this run died or no longer answers, so training stopped. What was reached is kept: start the run again with --resume, on as many processes as there are.</source>
      <translation>Ein anderer Prozess dieses Laufs ist beendet oder antwortet nicht mehr, daher hielt das Training an. Das Erreichte bleibt erhalten: den Lauf mit --resume neu starten, mit beliebig vielen Prozessen.</translation>
    </message>
    <message>
      <source>{0} processes can't share {1}: choose auto, cuda or cpu.</source>
      <translation>{0} Prozesse können sich {1} nicht teilen: auto, cuda oder cpu wählen.</translation>
    </message>
    <message>
      <source>The model knows one segment only, so it can't judge pairs: open another.</source>
      <translation>Das Modell kennt nur ein Segment und kann keine Paare beurteilen: ein anderes öffnen.</translation>
    </message>
    <message>
      <source>Masked words</source>
      <translation>Maskierte Wörter</translation>
    </message>
    <message>
      <source>Next sentence</source>
      <translation>Nächster Satz</translation>
    </message>
    <message>
      <source>Next parts</source>
      <translation>Nächste Teile</translation>
    </message>
    <message>
      <source>masked-LM head</source>
      <translation>Masked-LM-Kopf</translation>
    </message>
    <message>
      <source>next-sentence head</source>
      <translation>Next-Sentence-Kopf</translation>
    </message>
    <message>
      <source>tells classes apart</source>
      <translation>unterscheidet Klassen</translation>
    </message>
    <message>
      <source>answers with a number</source>
      <translation>antwortet mit einer Zahl</translation>
    </message>
    <message>
      <source>answers questions</source>
      <translation>beantwortet Fragen</translation>
    </message>
    <message>
      <source>This model was fine-tuned and {0}: it has no heads any more that predict masked words and next sentences, so choose one that was only pre-trained.</source>
      <translation>Dieses Modell ist feinabgestimmt und {0}: Es hat keine Köpfe mehr, die maskierte Wörter und nächste Sätze vorhersagen, daher eines wählen, das nur vortrainiert ist.</translation>
    </message>
    <message>
      <source>{0} in {1} says tie_word_embeddings false, and the weights lack the {2} that it means: copy them again.</source>
      <translation>{0} in {1} setzt tie_word_embeddings auf false, den Gewichten fehlt aber das dafür nötige {2}: neu kopieren.</translation>
    </message>
    <message>
      <source>The vocabulary in {0} has {1} pieces, and the model only {2} word embeddings: vocab.txt belongs to another model.</source>
      <translation>Das Vokabular in {0} hat {1} Stücke, das Modell nur {2} Wort-Embeddings: vocab.txt gehört zu einem anderen Modell.</translation>
    </message>
    <message>
      <source>There is no {0}: choose a folder with a BERT in it.</source>
      <translation>{0} gibt es nicht: einen Ordner mit einem BERT wählen.</translation>
    </message>
    <message>
      <source>{0} is a file: choose the folder that it lies in.</source>
      <translation>{0} ist eine Datei: den Ordner wählen, in dem sie liegt.</translation>
    </message>
    <message>
      <source>There is no {0} in {1}: choose a Hugging Face BERT folder.</source>
      <translation>Es gibt kein {0} in {1}: einen BERT-Ordner von Hugging Face wählen.</translation>
    </message>
    <message>
      <source>{0} can't be read ({1}).</source>
      <translation>{0} ist nicht lesbar ({1}).</translation>
    </message>
    <message>
      <source>{0} in {1} names {2} labels, and the classifier has {3} rows: write a name for each row into its id2label.</source>
      <translation>{0} in {1} nennt {2} Labels, der Klassifikator hat aber {3} Zeilen: in id2label für jede Zeile einen Namen eintragen.</translation>
    </message>
    <message>
      <source>The weights in {0} lack {1}: the model is not whole, or {2} belongs to another.</source>
      <translation>Den Gewichten in {0} fehlt {1}: Das Modell ist unvollständig, oder {2} gehört zu einem anderen.</translation>
    </message>
    <message>
      <source>{0} in {1} is {2}, and {3} asks for {4}: one of the two files belongs to another model.</source>
      <translation>{0} in {1} ist {2}, {3} verlangt aber {4}: Eine der beiden Dateien gehört zu einem anderen Modell.</translation>
    </message>
    <message>
      <source>The weights in {0} hold {1}, which {2} doesn't have: {3} belongs to another model.</source>
      <translation>Die Gewichte in {0} enthalten {1}, was {2} nicht hat: {3} gehört zu einem anderen Modell.</translation>
    </message>
    <message>
      <source>The weights in {0} hold {1}, which BERT with its pre-training heads doesn't have: choose a BERT that was only pre-trained, or one whose {2} names its class under architectures.</source>
      <translation>Die Gewichte in {0} enthalten {1}, was BERT mit seinen Köpfen des Pre-Trainings nicht hat: ein BERT wählen, das nur vortrainiert ist, oder eines, dessen {2} seine Klasse unter architectures nennt.</translation>
    </message>
    <message>
      <source>There are no labelled examples to train on: choose other data.</source>
      <translation>Es gibt keine gelabelten Beispiele zum Trainieren: andere Daten wählen.</translation>
    </message>
    <message>
      <source>There are no labelled examples to measure on: choose other data.</source>
      <translation>Es gibt keine gelabelten Beispiele zum Messen: andere Daten wählen.</translation>
    </message>
    <message>
      <source>The corpus is too small to make pairs of: choose a longer text.</source>
      <translation>Das Korpus ist zu klein, um Paare daraus zu bilden: einen längeren Text wählen.</translation>
    </message>
    <message>
      <source>This model's outputs are no numbers any more, as after training at too high a rate: go back to an earlier checkpoint, or open another model.</source>
      <translation>Die Ausgaben dieses Modells sind keine Zahlen mehr, wie nach Training mit zu hoher Lernrate: zu einem früheren Checkpoint zurückgehen oder ein anderes Modell öffnen.</translation>
    </message>
    <message>
      <source>Reading the checkpoint</source>
      <translation>Checkpoint wird gelesen</translation>
    </message>
    <message>
      <source>Building the model</source>
      <translation>Modell wird aufgebaut</translation>
    </message>
    <message>
      <source>New, with random weights: {0}.</source>
      <translation>Neu, mit zufälligen Gewichten: {0}.</translation>
    </message>
    <message>
      <source>Reckoning the baselines</source>
      <translation>Vergleichswerte werden berechnet</translation>
    </message>
    <message>
      <source>Getting ready to train</source>
      <translation>Training wird vorbereitet</translation>
    </message>
    <message>
      <source>Waiting for the compiler</source>
      <translation>Warten auf den Compiler</translation>
    </message>
    <message>
      <source>Compiling the layers</source>
      <translation>Die Schichten werden kompiliert</translation>
    </message>
    <message>
      <source>The layers can't be compiled here ({0}), so training goes on without: install a C++ compiler and, for a GPU, Triton, or choose --no-compile on the command line.</source>
      <translation>Die Schichten lassen sich hier nicht kompilieren ({0}), daher geht das Training ohne das weiter: einen C++-Compiler und für eine GPU Triton installieren, oder auf der Befehlszeile --no-compile wählen.</translation>
    </message>
    <message>
      <source>Making pairs</source>
      <translation>Paare werden gebildet</translation>
    </message>
    <message>
      <source>Making held-out pairs</source>
      <translation>Zurückgehaltene Paare werden gebildet</translation>
    </message>
    <message>
      <source>The pair has {0} tokens, and this model reads 1 to {1}: shorten a sentence.</source>
      <translation>Das Paar hat {0} Tokens, und dieses Modell liest 1 bis {1}: einen Satz kürzen.</translation>
    </message>
    <message>
      <source>Each token needs a segment below {0}.</source>
      <translation>Jedes Token braucht ein Segment unter {0}.</translation>
    </message>
    <message>
      <source>Each token is of sentence A (0), of sentence B (1) or special (2).</source>
      <translation>Jedes Token gehört zu Satz A (0), zu Satz B (1) oder ist ein besonderes (2).</translation>
    </message>
    <message>
      <source>A token is not among this model's {0} pieces: cut the sentences with the model's own tokenizer.</source>
      <translation>Ein Token gehört nicht zu den {0} Stücken dieses Modells: die Sätze mit dem Tokenizer des Modells zerlegen.</translation>
    </message>
    <message>
      <source>A position is not in the pair, which has positions 0 to {0}.</source>
      <translation>Eine Position liegt nicht im Paar, das die Positionen 0 bis {0} hat.</translation>
    </message>
    <message>
      <source>The next-sentence label is 0 (B is next), 1 (it isn't) or none.</source>
      <translation>Das Next-Sentence-Label ist 0 (B folgt), 1 (B folgt nicht) oder leer.</translation>
    </message>
    <message>
      <source>There is no class {0}: this model's classes are 0 to {1}.</source>
      <translation>Eine Klasse {0} gibt es nicht: Die Klassen dieses Modells sind 0 bis {1}.</translation>
    </message>
    <message>
      <source>{0} is {1}: set it to {2} or more.</source>
      <translation>{0} ist {1}: auf {2} oder mehr setzen.</translation>
    </message>
    <message>
      <source>{0} is {1}: set it above 0.</source>
      <translation>{0} ist {1}: über 0 setzen.</translation>
    </message>
    <message>
      <source>{0} is {1}: set it between 0 and 1.</source>
      <translation>{0} ist {1}: zwischen 0 und 1 setzen.</translation>
    </message>
    <message>
      <source>Both losses have weight 0: set mlm_weight or nsp_weight above 0.</source>
      <translation>Beide Losses haben das Gewicht 0: mlm_weight oder nsp_weight über 0 setzen.</translation>
    </message>
    <message>
      <source>The masking rule chooses nothing to predict: set its rate above 0.</source>
      <translation>Die Maskenregel wählt nichts zum Vorhersagen: ihren Anteil über 0 setzen.</translation>
    </message>
    <message>
      <source>null_threshold is {0}: set it to a finite number.</source>
      <translation>null_threshold ist {0}: auf eine endliche Zahl setzen.</translation>
    </message>
    <message>
      <source>{0} is {1}: set it to a finite number.</source>
      <translation>{0} ist {1}: auf eine endliche Zahl setzen.</translation>
    </message>
    <message>
      <source>{0} is {1}: set it to a number below {2}.</source>
      <translation>{0} ist {1}: auf eine Zahl unter {2} setzen.</translation>
    </message>
    <message>
      <source>A run that goes on can't change its {0}: reset it for that.</source>
      <translation>Ein Lauf, der weitergeht, kann {0} nicht ändern: dafür zurücksetzen.</translation>
    </message>
    <message>
      <source>A run can't change its {0}: begin a new run for that.</source>
      <translation>Ein Lauf kann {0} nicht ändern: dafür einen neuen Lauf beginnen.</translation>
    </message>
    <message>
      <source>layers compiled</source>
      <translation>Schichten kompiliert</translation>
    </message>
    <message>
      <source>layers no longer compiled</source>
      <translation>Schichten nicht mehr kompiliert</translation>
    </message>
    <message>
      <source>masks {0} → {1}</source>
      <translation>Masken {0} → {1}</translation>
    </message>
    <message>
      <source>masks by {0} → {1}</source>
      <translation>Masken nach {0} → {1}</translation>
    </message>
    <message>
      <source>[MASK] / random / kept {0} → {1} %</source>
      <translation>[MASK] / zufällig / behalten {0} → {1} %</translation>
    </message>
    <message>
      <source>steps {0} → {1}</source>
      <translation>Schritte {0} → {1}</translation>
    </message>
    <message>
      <source>batch size {0} → {1}</source>
      <translation>Batch-Größe {0} → {1}</translation>
    </message>
    <message>
      <source>learning rate {0} → {1}</source>
      <translation>Lernrate {0} → {1}</translation>
    </message>
    <message>
      <source>matrix learning rate {0} → {1}</source>
      <translation>Lernrate der Matrizen {0} → {1}</translation>
    </message>
    <message>
      <source>weight of the masked LM loss {0} → {1}</source>
      <translation>Gewicht des Masked-LM-Loss {0} → {1}</translation>
    </message>
    <message>
      <source>weight of the next sentence loss {0} → {1}</source>
      <translation>Gewicht des Next-Sentence-Loss {0} → {1}</translation>
    </message>
    <message>
      <source>clipping {0} → {1}</source>
      <translation>Clipping {0} → {1}</translation>
    </message>
    <message>
      <source>steps between held-out measurements {0} → {1}</source>
      <translation>Schritte zwischen Auswertungen {0} → {1}</translation>
    </message>
    <message>
      <source>time between checkpoints {0} → {1}</source>
      <translation>Zeit zwischen Checkpoints {0} → {1}</translation>
    </message>
    <message>
      <source>room for snapshots {0} → {1}</source>
      <translation>Platz für frühere Schritte {0} → {1}</translation>
    </message>
    <message>
      <source>micro batch {0} → {1}</source>
      <translation>Micro-Batch {0} → {1}</translation>
    </message>
    <message>
      <source>device {0} → {1}</source>
      <translation>Gerät {0} → {1}</translation>
    </message>
    <message>
      <source>precision {0} → {1}</source>
      <translation>Genauigkeit {0} → {1}</translation>
    </message>
    <message>
      <source>There is no run in {0}: choose a folder with a {1}.</source>
      <translation>In {0} gibt es keinen Lauf: einen Ordner mit {1} wählen.</translation>
    </message>
    <message>
      <source>{0} is damaged, so the run can't go on: begin a new one.</source>
      <translation>{0} ist beschädigt, daher kann der Lauf nicht weitergehen: einen neuen beginnen.</translation>
    </message>
    <message>
      <source>The run's folder {0} is gone, and its metrics so far with it. Nothing is lost of the model: go on, and the folder is made again.</source>
      <translation>Der Ordner des Laufs {0} ist weg und mit ihm die bisherigen Messwerte. Vom Modell ist nichts verloren: fortfahren, dann wird der Ordner neu angelegt.</translation>
    </message>
    <message>
      <source>None is left: begin a new run.</source>
      <translation>Keiner ist übrig: einen neuen Lauf beginnen.</translation>
    </message>
    <message>
      <source>{0} is being trained by another program: end it there, or wait until it is done.</source>
      <translation>{0} wird von einem anderen Programm trainiert: es dort beenden oder warten, bis es fertig ist.</translation>
    </message>
    <message>
      <source>{0} holds a run already: go on with it or choose another folder.</source>
      <translation>{0} enthält schon einen Lauf: ihn fortsetzen oder einen anderen Ordner wählen.</translation>
    </message>
    <message>
      <source>{0} is a file: choose a folder for the run.</source>
      <translation>{0} ist eine Datei: einen Ordner für den Lauf wählen.</translation>
    </message>
    <message>
      <source>{0} is not empty: choose a new folder for the run.</source>
      <translation>{0} ist nicht leer: einen neuen Ordner für den Lauf wählen.</translation>
    </message>
    <message>
      <source>The weights of step {0} are not kept: choose another step.</source>
      <translation>Die Gewichte von Schritt {0} sind nicht aufbewahrt: einen anderen Schritt wählen.</translation>
    </message>
    <message>
      <source>The weights kept of step {0} are damaged: choose another step.</source>
      <translation>Die aufbewahrten Gewichte von Schritt {0} sind beschädigt: einen anderen Schritt wählen.</translation>
    </message>
    <message>
      <source>The weights of step {0} were not kept, for there is no memory to copy them into: those of later steps are tried again.</source>
      <translation>Die Gewichte von Schritt {0} wurden nicht aufbewahrt, denn zum Kopieren fehlt Speicher: Mit denen späterer Schritte wird es wieder versucht.</translation>
    </message>
    <message>
      <source>The weights of step {0} were not kept ({1}): look after the disk; those of later steps are tried again.</source>
      <translation>Die Gewichte von Schritt {0} wurden nicht aufbewahrt ({1}): nach dem Datenträger sehen; mit denen späterer Schritte wird es wieder versucht.</translation>
    </message>
    <message>
      <source>The disk is nearly full, so the weights of past steps are no longer kept: free some space, and those of later steps are.</source>
      <translation>Der Datenträger ist fast voll, daher werden Gewichte früherer Schritte nicht mehr aufbewahrt: Platz schaffen, dann werden es die späterer Schritte.</translation>
    </message>
    <message>
      <source>there is no room</source>
      <translation>es ist kein Platz</translation>
    </message>
    <message>
      <source>The model reads {0} tokens at the most: set the length to that.</source>
      <translation>Das Modell liest höchstens {0} Tokens: die Länge darauf setzen.</translation>
    </message>
    <message>
      <source>The model knows one segment only: sentence pairs need two.</source>
      <translation>Das Modell kennt nur ein Segment: Satzpaare brauchen zwei.</translation>
    </message>
    <message>
      <source>The choices changed while the step was done: ask for another one.</source>
      <translation>Die Einstellungen haben sich während des Schritts geändert: einen weiteren anfordern.</translation>
    </message>
    <message>
      <source>A step of fine-tuning can't be told: switch to pre-training for that.</source>
      <translation>Ein Schritt des Fine-Tunings kann nicht erzählt werden: dafür zum Pre-Training wechseln.</translation>
    </message>
    <message>
      <source>The run ended before this step: set more steps to go on.</source>
      <translation>Der Lauf endete vor diesem Schritt: zum Fortfahren mehr Schritte setzen.</translation>
    </message>
    <message>
      <source>There is nothing to learn from yet: mask a token, or write a sentence B.</source>
      <translation>Es gibt noch nichts zu lernen: ein Token maskieren oder einen Satz B schreiben.</translation>
    </message>
    <message>
      <source>What there is to learn from this pair has weight 0: raise the weight of its loss.</source>
      <translation>Was an diesem Paar zu lernen ist, hat das Gewicht 0: das Gewicht seines Loss erhöhen.</translation>
    </message>
    <message>
      <source>layer {0}</source>
      <translation>Schicht {0}</translation>
    </message>
    <message>
      <source>masked LM head</source>
      <translation>Masked-LM-Kopf</translation>
    </message>
    <message>
      <source>next sentence head</source>
      <translation>Next-Sentence-Kopf</translation>
    </message>
    <message>
      <source>Reading the labelled data</source>
      <translation>Gelabelte Daten werden gelesen</translation>
    </message>
    <message>
      <source>The labelled data has other classes than when the run was begun: bring back the data as it was, or begin a new run.</source>
      <translation>Die gelabelten Daten haben andere Klassen als zu Beginn des Laufs: die Daten wiederherstellen oder einen neuen Lauf beginnen.</translation>
    </message>
    <message>
      <source>This model was pre-trained alone: fine-tune it first, then it can answer.</source>
      <translation>Dieses Modell ist nur vortrainiert: es erst feinabstimmen, dann kann es antworten.</translation>
    </message>
    <message>
      <source>This model was fine-tuned for {0}, and the data is for {1}: choose data of the model's task.</source>
      <translation>Dieses Modell ist feinabgestimmt für {0}, und die Daten sind für {1}: Daten für die Aufgabe des Modells wählen.</translation>
    </message>
    <message>
      <source>There are no examples in this part of the data that have labels: choose another part.</source>
      <translation>In diesem Teil der Daten gibt es keine Beispiele mit Labels: einen anderen Teil wählen.</translation>
    </message>
    <message>
      <source>Weighing the answers</source>
      <translation>Antworten werden gewertet</translation>
    </message>
    <message>
      <source>One step can't be shown of a run in several processes: train it in one.</source>
      <translation>Von einem Lauf in mehreren Prozessen kann kein einzelner Schritt gezeigt werden: ihn in einem trainieren.</translation>
    </message>
    <message>
      <source>The run has done its last step: set more steps to go on.</source>
      <translation>Der Lauf hat seinen letzten Schritt getan: zum Fortfahren mehr Schritte setzen.</translation>
    </message>
    <message>
      <source>Training stopped at step {0}: the loss is no longer a finite number. Go on from the last checkpoint with a lower learning rate.</source>
      <translation>Das Training hielt bei Schritt {0} an: Der Loss ist keine endliche Zahl mehr. Vom letzten Checkpoint mit niedrigerer Lernrate fortfahren.</translation>
    </message>
    <message>
      <source>The token embeddings hold entries that are no numbers, so there is no map of them: train again with a lower learning rate.</source>
      <translation>Die Token-Embeddings enthalten Einträge, die keine Zahlen sind, daher gibt es keine Karte davon: mit niedrigerer Lernrate neu trainieren.</translation>
    </message>
    <message>
      <source>{0} can't be read: copy the folder again.</source>
      <translation>{0} ist nicht lesbar: den Ordner neu kopieren.</translation>
    </message>
    <message>
      <source>There are no weights in {0}: it needs {1}.</source>
      <translation>In {0} gibt es keine Gewichte: nötig ist {1}.</translation>
    </message>
    <message>
      <source>{0} lists no weights: copy the folder again.</source>
      <translation>{0} nennt keine Gewichte: den Ordner neu kopieren.</translation>
    </message>
    <message>
      <source>{0} lacks the weights file {1}: copy it again.</source>
      <translation>In {0} fehlt die Gewichtsdatei {1}: sie neu kopieren.</translation>
    </message>
    <message>
      <source>The weights in {0} lack {1}: copy them again.</source>
      <translation>Den Gewichten in {0} fehlt {1}: sie neu kopieren.</translation>
    </message>
    <message>
      <source>{0} is damaged or holds more than weights: copy it again from where you had it.</source>
      <translation>{0} ist beschädigt oder enthält mehr als Gewichte: von der Quelle neu kopieren.</translation>
    </message>
    <message>
      <source>{0} holds something else than a model's weights.</source>
      <translation>{0} enthält etwas anderes als die Gewichte eines Modells.</translation>
    </message>
    <message>
      <source>The weights in {0} hold {1} twice: copy them again.</source>
      <translation>Die Gewichte in {0} enthalten {1} doppelt: sie neu kopieren.</translation>
    </message>
    <message>
      <source>{0} in {1} is quantized: use the model's full weights.</source>
      <translation>{0} in {1} ist quantisiert: die vollen Gewichte des Modells verwenden.</translation>
    </message>
    <message>
      <source>{0} in {1} differs from {2}: BERT's masked-LM head uses the word embeddings themselves, so this model can't be opened.</source>
      <translation>{0} in {1} unterscheidet sich von {2}: Der Masked-LM-Kopf von BERT verwendet die Wort-Embeddings selbst, daher lässt sich dieses Modell nicht öffnen.</translation>
    </message>
    <message>
      <source>{0} and {1} more</source>
      <translation>{0} und {1} weitere</translation>
    </message>
    <message>
      <source>Choose a task, and at least one number of examples and one seed.</source>
      <translation>Eine Aufgabe und mindestens eine Anzahl von Beispielen und einen Seed wählen.</translation>
    </message>
    <message>
      <source>There are {0} examples to train on, and {1} were asked for: ask for fewer.</source>
      <translation>Es gibt {0} Beispiele zum Trainieren, verlangt wurden {1}: weniger verlangen.</translation>
    </message>
    <message>
      <source>Reading the model</source>
      <translation>Modell wird gelesen</translation>
    </message>
    <message>
      <source>The loss of a training was no longer a finite number: measure again with a lower learning rate.</source>
      <translation>Der Loss eines Trainings war keine endliche Zahl mehr: mit niedrigerer Lernrate neu messen.</translation>
    </message>
    <message>
      <source>Loading from the Hub needs the package huggingface_hub: pip install 'bertscope[hub]'.</source>
      <translation>Zum Laden vom Hub ist das Paket huggingface_hub nötig: pip install 'bertscope[hub]'.</translation>
    </message>
    <message>
      <source>bertscope's own resources are missing: install bertscope again.</source>
      <translation>Die Dateien, die bertscope mitbringt, fehlen: bertscope neu installieren.</translation>
    </message>
    <message>
      <source>Little stories</source>
      <translation>Kurzgeschichten</translation>
    </message>
    <message>
      <source>{0} can't be read: choose the folder of a run.</source>
      <translation>{0} ist nicht lesbar: den Ordner eines Laufs wählen.</translation>
    </message>
    <message>
      <source>{0} can't be written ({1}): check the disk and the folder's permissions.</source>
      <translation>{0} lässt sich nicht schreiben ({1}): den Datenträger und die Zugriffsrechte des Ordners prüfen.</translation>
    </message>
    <message>
      <source>{0} is damaged: its curves can't be shown.</source>
      <translation>{0} ist beschädigt: Die Kurven daraus können nicht gezeigt werden.</translation>
    </message>
    <message>
      <source>Who, what, where</source>
      <translation>Wer, was, wo</translation>
    </message>
    <message>
      <source>{0} needs pyarrow: install it with `pip install bertscope[columns]`, or save the corpus as .jsonl.</source>
      <translation>{0} braucht pyarrow: es mit `pip install bertscope[columns]` installieren oder das Korpus als .jsonl speichern.</translation>
    </message>
    <message>
      <source>The column {0} of {1} holds no text: name another.</source>
      <translation>Die Spalte {0} von {1} enthält keinen Text: eine andere nennen.</translation>
    </message>
    <message>
      <source>{0} is damaged: copy or download it again.</source>
      <translation>{0} ist beschädigt: neu kopieren oder herunterladen.</translation>
    </message>
    <message>
      <source>{0} has no text in it: choose a text with some sentences.</source>
      <translation>{0} enthält keinen Text: einen Text mit einigen Sätzen wählen.</translation>
    </message>
    <message>
      <source>The corpus has fewer than {0} sentences: choose a longer text.</source>
      <translation>Das Korpus hat weniger als {0} Sätze: einen längeren Text wählen.</translation>
    </message>
    <message>
      <source>Every document in {0} is one sentence, so no sentence has a next one: leave blank lines only between documents.</source>
      <translation>Jedes Dokument in {0} ist ein einziger Satz, daher folgt auf keinen Satz ein anderer: Leerzeilen nur zwischen Dokumenten lassen.</translation>
    </message>
    <message>
      <source>{0} of {1} documents are one sentence, which has no next one: leave blank lines only between documents.</source>
      <translation>{0} von {1} Dokumenten sind ein einziger Satz, auf den keiner folgt: Leerzeilen nur zwischen Dokumenten lassen.</translation>
    </message>
    <message>
      <source>{0} has only one sentence: choose a longer text.</source>
      <translation>{0} hat nur einen Satz: einen längeren Text wählen.</translation>
    </message>
    <message>
      <source>{0} is one document of {1} sentences, and next sentence prediction draws random sentences from another one: separate documents by a blank line.</source>
      <translation>{0} ist ein einziges Dokument mit {1} Sätzen, und Next Sentence Prediction zieht zufällige Sätze aus einem anderen: Dokumente durch eine Leerzeile trennen.</translation>
    </message>
    <message>
      <source>The text has no blank lines, so it was cut into {0} documents of {1} sentences.</source>
      <translation>Der Text hat keine Leerzeilen und wurde daher in {0} Dokumente zu {1} Sätzen geteilt.</translation>
    </message>
    <message>
      <source>The example {0} has no word {1}: mend it.</source>
      <translation>Das Beispiel {0} hat kein Wort {1}: es berichtigen.</translation>
    </message>
    <message>
      <source>{0} is not a text file: choose another one.</source>
      <translation>{0} ist keine Textdatei: eine andere wählen.</translation>
    </message>
    <message>
      <source>There is no {0}: choose a text file or a folder of text files.</source>
      <translation>{0} gibt es nicht: eine Textdatei oder einen Ordner mit Textdateien wählen.</translation>
    </message>
    <message>
      <source>{0} can't be read: check its permissions.</source>
      <translation>{0} ist nicht lesbar: die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
      <source>There is no .txt file in {0}, nor {1}: choose a folder that has some.</source>
      <translation>In {0} gibt es keine .txt-Datei und auch kein {1}: einen Ordner wählen, der welche enthält.</translation>
    </message>
    <message>
      <source>{0} is longer than {1} characters: choose a smaller one.</source>
      <translation>{0} ist länger als {1} Zeichen: eine kleinere Datei wählen.</translation>
    </message>
    <message>
      <source>Line {0} of {1} is longer than {2} characters: has each record a line of its own?</source>
      <translation>Zeile {0} von {1} ist länger als {2} Zeichen: Steht jeder Datensatz in einer eigenen Zeile?</translation>
    </message>
    <message>
      <source>{0} is UTF-16: save it as UTF-8.</source>
      <translation>{0} ist UTF-16: als UTF-8 speichern.</translation>
    </message>
    <message>
      <source>{0} is not UTF-8 (byte {1}, in line {2}): save it as UTF-8.</source>
      <translation>{0} ist nicht UTF-8 (Byte {1} in Zeile {2}): als UTF-8 speichern.</translation>
    </message>
    <message>
      <source>{0} changed while it was read: begin again.</source>
      <translation>{0} wurde während des Lesens geändert: neu beginnen.</translation>
    </message>
    <message>
      <source>{0} doesn't hold what is written there: check that disk.</source>
      <translation>{0} enthält nicht, was dort geschrieben wurde: diesen Datenträger prüfen.</translation>
    </message>
    <message>
      <source>The mask rule's numbers are shares: set each between 0 and 100 %.</source>
      <translation>Die Zahlen der Maskenregel sind Anteile: jede zwischen 0 und 100 % setzen.</translation>
    </message>
    <message>
      <source>[MASK] and random together pass 100 %: lower one of them.</source>
      <translation>[MASK] und zufällig übersteigen zusammen 100 %: eines davon senken.</translation>
    </message>
    <message>
      <source>Position {0} can't be masked: the pair has positions 0 to {1}.</source>
      <translation>Position {0} lässt sich nicht maskieren: Das Paar hat die Positionen 0 bis {1}.</translation>
    </message>
    <message>
      <source>A pair needs at least {0} tokens: raise the length.</source>
      <translation>Ein Paar braucht mindestens {0} Tokens: die Länge erhöhen.</translation>
    </message>
    <message>
      <source>Pairs need at least two documents with text in them: separate documents by a blank line, or choose a longer text.</source>
      <translation>Paare brauchen mindestens zwei Dokumente mit Text: Dokumente durch eine Leerzeile trennen oder einen längeren Text wählen.</translation>
    </message>
    <message>
      <source>{0} is not UTF-8 (near byte {1}): save it as UTF-8.</source>
      <translation>{0} ist nicht UTF-8 (nahe Byte {1}): als UTF-8 speichern.</translation>
    </message>
    <message>
      <source>{0} is not a text file: choose a .txt file.</source>
      <translation>{0} ist keine Textdatei: eine .txt-Datei wählen.</translation>
    </message>
    <message>
      <source>{0} has no readable config.json: choose the folder of a BERT model.</source>
      <translation>{0} hat keine lesbare config.json: den Ordner eines BERT-Modells wählen.</translation>
    </message>
    <message>
      <source>Line {0} of {1} is no JSON: a .jsonl file has a JSON object a line.</source>
      <translation>Zeile {0} von {1} ist kein JSON: Eine .jsonl-Datei hat ein JSON-Objekt pro Zeile.</translation>
    </message>
    <message>
      <source>no keys</source>
      <translation>keine Schlüssel</translation>
    </message>
    <message>
      <source>Line {0} of {1} has no text under {2}, but {3}: name the key that holds the text as the column.</source>
      <translation>Zeile {0} von {1} hat keinen Text unter {2}, sondern {3}: den Schlüssel, der den Text enthält, als Spalte nennen.</translation>
    </message>
    <message>
      <source>{0} is damaged near line {1} ({2}): check its quotes.</source>
      <translation>{0} ist nahe Zeile {1} beschädigt ({2}): die Anführungszeichen prüfen.</translation>
    </message>
    <message>
      <source>{0} has no column {1}, but {2}: name the one that holds the text.</source>
      <translation>{0} hat keine Spalte {1}, sondern {2}: die nennen, die den Text enthält.</translation>
    </message>
    <message>
      <source>There is no room in {0} for a corpus of this size cut into pieces: free some space on that disk, or train on a smaller corpus.</source>
      <translation>In {0} ist kein Platz für ein zerlegtes Korpus dieser Größe: auf diesem Datenträger Platz schaffen oder auf einem kleineren Korpus trainieren.</translation>
    </message>
    <message>
      <source>{0}, where large corpora are kept cut into pieces, can't be written ({1}): check its permissions.</source>
      <translation>{0}, wo große Korpora zerlegt aufbewahrt werden, lässt sich nicht schreiben ({1}): die Zugriffsrechte prüfen.</translation>
    </message>
    <message>
      <source>majority class</source>
      <translation>häufigste Klasse</translation>
    </message>
    <message>
      <source>no answer</source>
      <translation>keine Antwort</translation>
    </message>
    <message>
      <source>word overlap</source>
      <translation>gemeinsame Wörter</translation>
    </message>
    <message>
      <source>{0} has the columns {1}, but question answering needs a question, a passage and an answer: choose their columns, or a .json file as SQuAD's.</source>
      <translation>{0} hat die Spalten {1}, aber Fragen zu beantworten verlangt eine Frage, eine Passage und eine Antwort: deren Spalten wählen oder eine .json-Datei wie die von SQuAD.</translation>
    </message>
    <message>
      <source>{0} has the columns {1}, and none is called 'label': choose the one that holds the labels.</source>
      <translation>{0} hat die Spalten {1}, und keine heißt 'label': die wählen, die die Labels enthält.</translation>
    </message>
    <message>
      <source>{0} holds no text</source>
      <translation>{0} enthält keinen Text</translation>
    </message>
    <message>
      <source>the label {0} is longer than {1} characters</source>
      <translation>das Label {0} ist länger als {1} Zeichen</translation>
    </message>
    <message>
      <source>no label</source>
      <translation>kein Label</translation>
    </message>
    <message>
      <source>no text</source>
      <translation>kein Text</translation>
    </message>
    <message>
      <source>no passage</source>
      <translation>keine Passage</translation>
    </message>
    <message>
      <source>a text of {0} characters, where {1} are the most</source>
      <translation>ein Text mit {0} Zeichen, höchstens {1} sind möglich</translation>
    </message>
    <message>
      <source>the answer {0} isn't in the passage</source>
      <translation>die Antwort {0} steht nicht in der Passage</translation>
    </message>
    <message>
      <source>Only the matched dev part is measured: for the other one, choose dev_mismatched.tsv as the dev file.</source>
      <translation>Nur der passende Dev-Teil (matched) wird gemessen: für den anderen dev_mismatched.tsv als Dev-Datei wählen.</translation>
    </message>
    <message>
      <source>GLUE has no task {0}: choose one of {1}.</source>
      <translation>GLUE hat keine Aufgabe {0}: eine von {1} wählen.</translation>
    </message>
    <message>
      <source>{0} has no row that can be used: choose another file.</source>
      <translation>{0} hat keine verwendbare Zeile: eine andere Datei wählen.</translation>
    </message>
    <message>
      <source>{0} has {1} different labels in {2}, such as {3}: is {4} the column of labels? Choose another, or regression if they are numbers.</source>
      <translation>{0} hat {1} verschiedene Labels in {2}, etwa {3}: Ist {4} die Spalte der Labels? Eine andere wählen, oder Regression, wenn es Zahlen sind.</translation>
    </message>
    <message>
      <source>The labels of {0} are {1}, and none of them is one of the classes {2}: choose data of these classes, or another column.</source>
      <translation>Die Labels von {0} sind {1}, und keines davon ist eine der Klassen {2}: Daten mit diesen Klassen oder eine andere Spalte wählen.</translation>
    </message>
    <message>
      <source>the label {0} is none of {1}</source>
      <translation>das Label {0} ist keines von {1}</translation>
    </message>
    <message>
      <source>No label of {0} is a number, such as {1}: choose classification, or the column of the numbers.</source>
      <translation>Kein Label von {0} ist eine Zahl, etwa {1}: Klassifikation oder die Spalte der Zahlen wählen.</translation>
    </message>
    <message>
      <source>the label {0} is no number from {1} to {2}</source>
      <translation>das Label {0} ist keine Zahl von {1} bis {2}</translation>
    </message>
    <message>
      <source>the label {0} is no number</source>
      <translation>das Label {0} ist keine Zahl</translation>
    </message>
    <message>
      <source>All labels of {0} are {1}: choose data with at least two different ones.</source>
      <translation>Alle Labels von {0} sind {1}: Daten mit mindestens zwei verschiedenen wählen.</translation>
    </message>
    <message>
      <source>Training examples that are held out to measure on: {0}.</source>
      <translation>Trainingsbeispiele, die zum Messen zurückgehalten werden: {0}.</translation>
    </message>
    <message>
      <source>{0} is a {1}: choose that, or no task of GLUE.</source>
      <translation>{0} ist eine Aufgabe der Art {1}: diese Art wählen oder keine GLUE-Aufgabe.</translation>
    </message>
    <message>
      <source>{0} has too few examples to hold some out and keep one of each class: add more, or choose a dev file.</source>
      <translation>{0} hat zu wenige Beispiele, um einige zurückzuhalten und eines jeder Klasse zu behalten: weitere hinzufügen oder eine Dev-Datei wählen.</translation>
    </message>
    <message>
      <source>Dev examples that are in the training data too: {0} of {1}.</source>
      <translation>Dev-Beispiele, die auch in den Trainingsdaten stehen: {0} von {1}.</translation>
    </message>
    <message>
      <source>The test part has no labels: it can be answered, but not measured.</source>
      <translation>Der Test-Teil hat keine Labels: Er kann beantwortet, aber nicht gemessen werden.</translation>
    </message>
    <message>
      <source>a .tsv, .csv or .jsonl file, or a .json file as SQuAD's</source>
      <translation>eine .tsv-, .csv- oder .jsonl-Datei oder eine .json-Datei wie die von SQuAD</translation>
    </message>
    <message>
      <source>There is no file {0}: choose {1}.</source>
      <translation>Die Datei {0} gibt es nicht: {1} wählen.</translation>
    </message>
    <message>
      <source>{0} can't hold labelled data: choose {1}.</source>
      <translation>{0} kann keine gelabelten Daten enthalten: {1} wählen.</translation>
    </message>
    <message>
      <source>There is no labelled data: choose {0}.</source>
      <translation>Es gibt keine gelabelten Daten: {0} wählen.</translation>
    </message>
    <message>
      <source>There is no labelled data {0}: choose {1}, a .tsv, .csv or .jsonl file, or a .json file as SQuAD's, or a folder of such files.</source>
      <translation>Die gelabelten Daten {0} gibt es nicht: {1}, eine .tsv-, .csv- oder .jsonl-Datei, eine .json-Datei wie die von SQuAD oder einen Ordner mit solchen Dateien wählen.</translation>
    </message>
    <message>
      <source>There is no training data in {0}: choose a folder with a file train.tsv, .csv, .jsonl or .json in it, or a file itself.</source>
      <translation>In {0} gibt es keine Trainingsdaten: einen Ordner mit einer Datei train.tsv, .csv, .jsonl oder .json wählen oder eine Datei selbst.</translation>
    </message>
    <message>
      <source>{0} has both {1} and {2}: choose one of the files.</source>
      <translation>{0} enthält sowohl {1} als auch {2}: eine der Dateien wählen.</translation>
    </message>
    <message>
      <source>{0}, line {1}: {2}</source>
      <translation>{0}, Zeile {1}: {2}</translation>
    </message>
    <message>
      <source>{0} more rows can't be read.</source>
      <translation>{0} weitere Zeilen sind nicht lesbar.</translation>
    </message>
    <message>
      <source>Malformed rows that are left out: {0}.</source>
      <translation>Fehlerhafte Zeilen, die ausgelassen werden: {0}.</translation>
    </message>
    <message>
      <source>and {0} more</source>
      <translation>und {0} weitere</translation>
    </message>
    <message>
      <source>{0} can't be read. {1}. Correct them, or choose to skip malformed rows.</source>
      <translation>Nicht lesbar: {0}. {1}. Berichtigen oder fehlerhafte Zeilen überspringen lassen.</translation>
    </message>
    <message>
      <source>1 row</source>
      <translation>1 Zeile</translation>
    </message>
    <message>
      <source>{0} rows</source>
      <translation>{0} Zeilen</translation>
    </message>
    <message>
      <source>{0} has no label to learn from: give it one or leave it out.</source>
      <translation>{0} hat kein Label, aus dem sich lernen lässt: eines angeben oder die Zeile weglassen.</translation>
    </message>
    <message>
      <source>{0} is for question answering, as all {1} files: choose that kind, or a .tsv, .csv or .jsonl file for {2}.</source>
      <translation>{0} ist für das Beantworten von Fragen, wie alle {1}-Dateien: diese Art wählen oder für {2} eine .tsv-, .csv- oder .jsonl-Datei.</translation>
    </message>
    <message>
      <source>{0} is no question answering data as SQuAD's: choose one that is, or a .tsv, .csv or .jsonl file.</source>
      <translation>{0} enthält keine Fragen und Antworten wie die von SQuAD: eine passende Datei wählen oder eine .tsv-, .csv- oder .jsonl-Datei.</translation>
    </message>
    <message>
      <source>passage {0}</source>
      <translation>Passage {0}</translation>
    </message>
    <message>
      <source>no text in 'context' or no list in 'qas'</source>
      <translation>kein Text in 'context' oder keine Liste in 'qas'</translation>
    </message>
    <message>
      <source>passage {0}, question {1}</source>
      <translation>Passage {0}, Frage {1}</translation>
    </message>
    <message>
      <source>no question with an id and answers</source>
      <translation>keine Frage mit id und Antworten</translation>
    </message>
    <message>
      <source>{0} of passage {1}</source>
      <translation>{0} von Passage {1}</translation>
    </message>
    <message>
      <source>question {0}</source>
      <translation>Frage {0}</translation>
    </message>
    <message>
      <source>{0} characters, where {1} are the most</source>
      <translation>{0} Zeichen, höchstens {1} sind möglich</translation>
    </message>
    <message>
      <source>longer than {0} characters</source>
      <translation>länger als {0} Zeichen</translation>
    </message>
    <message>
      <source>no answers</source>
      <translation>keine Antworten</translation>
    </message>
    <message>
      <source>the answer {0} isn't in the passage at its answer_start</source>
      <translation>die Antwort {0} steht nicht an ihrer answer_start in der Passage</translation>
    </message>
    <message>
      <source>{0} has no column {1}, but {2}: choose of these.</source>
      <translation>{0} hat keine Spalte {1}, sondern {2}: davon wählen.</translation>
    </message>
    <message>
      <source>{0} has {1} columns called {2}: give each a name of its own.</source>
      <translation>{0} hat {1} Spalten namens {2}: jeder einen eigenen Namen geben.</translation>
    </message>
    <message>
      <source>{0} has the columns {1}: choose the one that holds the sentence, or columns by number if there is no header.</source>
      <translation>{0} hat die Spalten {1}: die wählen, die den Satz enthält, oder ohne Kopfzeile die Spalten nach Nummer.</translation>
    </message>
    <message>
      <source>{0} has {1} columns and no header: choose those of the sentence and of the label by number, 1 to {2}.</source>
      <translation>{0} hat {1} Spalten und keine Kopfzeile: die von Satz und Label nach Nummer wählen, 1 bis {2}.</translation>
    </message>
    <message>
      <source>{0} is empty: choose a file with labelled rows.</source>
      <translation>{0} ist leer: eine Datei mit gelabelten Zeilen wählen.</translation>
    </message>
    <message>
      <source>a quote that is not closed as it should be</source>
      <translation>ein Anführungszeichen, das nicht richtig geschlossen ist</translation>
    </message>
    <message>
      <source>no JSON object, but {0}</source>
      <translation>kein JSON-Objekt, sondern {0}</translation>
    </message>
    <message>
      <source>1 field instead of {0} as in the first row</source>
      <translation>1 Feld statt {0} wie in der ersten Zeile</translation>
    </message>
    <message>
      <source>{0} fields instead of {1} as in the first row</source>
      <translation>{0} Felder statt {1} wie in der ersten Zeile</translation>
    </message>
    <message>
      <source>A question and a passage need at least {0} tokens: raise the length.</source>
      <translation>Eine Frage und eine Passage brauchen mindestens {0} Tokens: die Länge erhöhen.</translation>
    </message>
    <message>
      <source>The windows of a passage stand still: set a stride of at least 1.</source>
      <translation>Die Fenster einer Passage stehen still: eine Schrittweite von mindestens 1 setzen.</translation>
    </message>
    <message>
      <source>The vocabulary holds a piece twice: check vocab.txt.</source>
      <translation>Das Vokabular enthält ein Stück doppelt: vocab.txt prüfen.</translation>
    </message>
    <message>
      <source>The vocabulary lacks {0}: is it BERT's vocab.txt?</source>
      <translation>Dem Vokabular fehlt {0}: Ist es die vocab.txt von BERT?</translation>
    </message>
    <message>
      <source>{0} in {1} is damaged: copy it again.</source>
      <translation>{0} in {1} ist beschädigt: neu kopieren.</translation>
    </message>
    <message>
      <source>{0} in {1} can't be read as UTF-8 text: copy it again.</source>
      <translation>{0} in {1} ist nicht als UTF-8-Text lesbar: neu kopieren.</translation>
    </message>
    <message>
      <source>There is no vocab.txt in {0}: choose a BERT folder that has one.</source>
      <translation>Es gibt keine vocab.txt in {0}: einen BERT-Ordner wählen, der eine hat.</translation>
    </message>
    <message>
      <source>A vocabulary needs at least {0} pieces: ask for more.</source>
      <translation>Ein Vokabular braucht mindestens {0} Stücke: mehr verlangen.</translation>
    </message>
    <message>
      <source>The vocabulary can't be written to {0}: choose a folder that can be written to.</source>
      <translation>Das Vokabular lässt sich nicht nach {0} schreiben: einen beschreibbaren Ordner wählen.</translation>
    </message>
    <message>
      <source>There is no word “{0}” in the pair: take one that is written there.</source>
      <translation>Es gibt kein Wort „{0}“ im Paar: eines nehmen, das dort steht.</translation>
    </message>
    <message>
      <source>The run plays: pause it, then ask for its next step.</source>
      <translation>Der Lauf trainiert gerade: ihn anhalten, dann den nächsten Schritt anfordern.</translation>
    </message>
    <message>
      <source>The run ended before its step was told: ask for another one.</source>
      <translation>Der Lauf endete, bevor sein Schritt erzählt war: einen weiteren anfordern.</translation>
    </message>
    <message>
      <source>This can't be passed to the engine: {0}.</source>
      <translation>Das kann nicht an die Engine gehen: {0}.</translation>
    </message>
    <message>
      <source>An answer of {0} MiB is too long: use a shorter pair.</source>
      <translation>Eine Antwort von {0} MiB ist zu lang: ein kürzeres Paar nehmen.</translation>
    </message>
    <message>
      <source>A message between window and engine is damaged ({0}).</source>
      <translation>Eine Nachricht zwischen Fenster und Engine ist beschädigt ({0}).</translation>
    </message>
    <message>
      <source>The stream between window and engine is damaged: restart the engine.</source>
      <translation>Der Datenstrom zwischen Fenster und Engine ist beschädigt: die Engine neu starten.</translation>
    </message>
    <message>
      <source>There is no run in {0}: it may have been deleted. List the runs again.</source>
      <translation>In {0} gibt es keinen Lauf: vielleicht wurde er gelöscht. Die Läufe neu auflisten.</translation>
    </message>
    <message>
      <source>Another program is training this run: end it there, then delete the run.</source>
      <translation>Ein anderes Programm trainiert diesen Lauf: es dort beenden, dann den Lauf löschen.</translation>
    </message>
    <message>
      <source>{0} can't be moved to the bin ({1}): delete the folder by hand.</source>
      <translation>{0} lässt sich nicht in den Papierkorb legen ({1}): den Ordner von Hand löschen.</translation>
    </message>
    <message>
      <source>A run is at hand: reset it, then measure what pre-training is worth.</source>
      <translation>Ein Lauf ist geöffnet: ihn zurücksetzen, dann messen, was Pre-Training bringt.</translation>
    </message>
    <message>
      <source>It is being measured already: stop that first.</source>
      <translation>Es wird schon gemessen: das zuerst anhalten.</translation>
    </message>
    <message>
      <source>This run is at hand: begin or open another one, then delete it.</source>
      <translation>Dieser Lauf ist geöffnet: einen anderen beginnen oder öffnen, dann ihn löschen.</translation>
    </message>
    <message>
      <source>The run's model is not built yet: wait a moment.</source>
      <translation>Das Modell des Laufs ist noch nicht gebaut: einen Moment warten.</translation>
    </message>
    <message>
      <source>Only a run at hand has a next step: start one, or take this one up.</source>
      <translation>Nur ein geöffneter Lauf hat einen nächsten Schritt: einen beginnen oder diesen fortsetzen.</translation>
    </message>
    <message>
      <source>There is no run to steer: press play to start one.</source>
      <translation>Es gibt keinen Lauf zu steuern: mit „Start“ einen beginnen.</translation>
    </message>
    <message>
      <source>Drawing examples</source>
      <translation>Beispiele werden gezogen</translation>
    </message>
    <message>
      <source>There is not enough memory for this: shorten a sentence or choose a smaller model, and for training set fewer pairs a micro-batch.</source>
      <translation>Dafür reicht der Speicher nicht: einen Satz kürzen oder ein kleineres Modell wählen, beim Training weniger Paare pro Micro-Batch setzen.</translation>
    </message>
    <message>
      <source>The device no longer answers ({0}): go on from the last checkpoint, and if it happens again, train on another device or start the computer anew.</source>
      <translation>Das Gerät antwortet nicht mehr ({0}): vom letzten Checkpoint fortfahren; geschieht es wieder, auf einem anderen Gerät trainieren oder den Rechner neu starten.</translation>
    </message>
    <message>
      <source>The engine came upon something unexpected ({0}): see Help › Engine log, and try again.</source>
      <translation>In der Engine ist etwas Unerwartetes geschehen ({0}): unter Hilfe › Engine-Protokoll nachsehen und es neu versuchen.</translation>
    </message>
    <message>
      <source>The folder of this run is gone: {0}.</source>
      <translation>Der Ordner dieses Laufs ist weg: {0}.</translation>
    </message>
    <message>
      <source>mask</source>
      <translation>maskieren</translation>
    </message>
    <message>
      <source>random</source>
      <translation>Zufall</translation>
    </message>
    <message>
      <source>keep</source>
      <translation>bleibt</translation>
    </message>
    <message>
      <source>token</source>
      <translation>Token</translation>
    </message>
    <message>
      <source>whole word</source>
      <translation>ganzes Wort</translation>
    </message>
    <message>
      <source>span</source>
      <translation>Span</translation>
    </message>
    <message>
      <source>accuracy</source>
      <translation>Trefferquote</translation>
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
      <translation>exakt richtig</translation>
    </message>
    <message>
      <source>answer F1</source>
      <translation>Antwort-F1</translation>
    </message>
    <message>
      <source>pre-trained weights</source>
      <translation>vortrainierte Gewichte</translation>
    </message>
    <message>
      <source>random weights</source>
      <translation>Zufallsgewichte</translation>
    </message>
    <message>
      <source>classification</source>
      <translation>Klassifikation</translation>
    </message>
    <message>
      <source>regression</source>
      <translation>Regression</translation>
    </message>
    <message>
      <source>qa</source>
      <translation>QA</translation>
    </message>
    <message>
      <source>started</source>
      <translation>begonnen</translation>
    </message>
    <message>
      <source>resumed</source>
      <translation>fortgesetzt</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>pausiert</translation>
    </message>
    <message>
      <source>changed</source>
      <translation>geändert</translation>
    </message>
    <message>
      <source>checkpoint</source>
      <translation>Checkpoint</translation>
    </message>
    <message>
      <source>not finite</source>
      <translation>nicht endlich</translation>
    </message>
    <message>
      <source>noted</source>
      <translation>vermerkt</translation>
    </message>
    <message>
      <source>stopped</source>
      <translation>beendet</translation>
    </message>
    <message>
      <source>finished</source>
      <translation>fertig</translation>
    </message>
    <message>
      <source>mean</source>
      <translation>Mittel</translation>
    </message>
    <message>
      <source>masked LM loss</source>
      <translation>Masked-LM-Loss</translation>
    </message>
    <message>
      <source>next sentence loss</source>
      <translation>Next-Sentence-Loss</translation>
    </message>
    <message>
      <source>total loss</source>
      <translation>Gesamt-Loss</translation>
    </message>
  </context>
</TS>
