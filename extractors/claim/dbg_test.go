package claim
import ("testing";"fmt";"os";"context"
"github.com/purport-nlp/purport/pipeline"
"github.com/purport-nlp/purport/extractors/coref"
"github.com/purport-nlp/purport/extractors/date"
"github.com/purport-nlp/purport/extractors/entity"
"github.com/purport-nlp/purport/extractors/paragraph"
"github.com/purport-nlp/purport/extractors/parse"
"github.com/purport-nlp/purport/extractors/quote"
"github.com/purport-nlp/purport/extractors/sentence"
"github.com/purport-nlp/purport/extractors/tag"
"github.com/purport-nlp/purport/extractors/token"
)
func must[T any](v T, err error) T { if err!=nil {panic(err)}; return v}
func TestDbg(t *testing.T){
 ch,_ := pipeline.New(paragraph.New(), must(sentence.New()), token.New(), must(tag.New()), must(parse.New()), must(entity.New()), must(coref.New()), date.New(date.Options{}), must(quote.New()))
 doc:=pipeline.NewDocument("x",os.Getenv("T"))
 if err:=ch.Annotate(context.Background(),doc);err!=nil{t.Fatal(err)}
 s:=must(New()); w:=s.scratch.Get().(*work); w.start(doc)
 for i:=range doc.Sentences { w.sentenceClaims(i)
  for k:=range w.clauses { c:=&w.clauses[k]; op,ok:=w.embedding(k); e:=""; if op.entry!=nil {e=op.entry.Term+"/"+string(op.entry.Class)}; fmt.Println(k, w.lower[c.head], formNames[c.form], "parent",c.parent,"subj",c.subject,"fin",c.finite,"frame",c.frame,"proposes",w.proposes(k),"op",ok,e,op.denied) }
 }
}
