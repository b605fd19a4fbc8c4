package reader

import (
	"context"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// pdfReader reads PDF files with PDFium, compiled to WebAssembly and run by a
// machine written in Go: no cgo, and a damaged or hostile file can neither
// touch anything outside its memory nor grow beyond it. Getting it ready takes
// seconds, so that it is done when the first PDF file comes.
type pdfReader struct {
	once  sync.Once
	pool  pdfium.Pool
	err   error
	jobs  int
	ready bool
}

// The limits of one PDF file.
const (
	maxPages       = 20_000
	maxMemoryPages = 1 << 14 // of 64 KiB: 1 GiB
)

func (p *pdfReader) start() {
	features := api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling
	p.pool, p.err = webassembly.Init(webassembly.Config{
		MaxIdle: p.jobs, MaxTotal: p.jobs,
		FSConfig:      wazero.NewFSConfig(), // no files at all
		RuntimeConfig: wazero.NewRuntimeConfig().WithCoreFeatures(features).WithMemoryLimitPages(maxMemoryPages).WithCloseOnContextDone(true),
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
	p.ready = p.err == nil
}

// close lets go of PDFium, if it was ever needed.
func (p *pdfReader) close() {
	p.once.Do(func() {})
	if p.ready {
		p.pool.Close()
	}
}

// read takes the text out of a PDF file, line by line as it is set, pages
// divided by form feeds, blank lines where the layout leaves room.
func (p *pdfReader) read(ctx context.Context, data []byte) (found article, err error) {
	p.once.Do(p.start)
	if p.err != nil {
		return article{}, fmt.Errorf("cannot start the PDF reader: %w", p.err)
	}
	library, err := p.pool.GetInstanceWithContext(ctx)
	if err != nil {
		return article{}, err
	}
	defer library.Close()
	opened, err := library.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return article{}, coded("malformed", "cannot read this PDF file: %v", err)
	}
	file := pdfFile{library, opened.Document}
	count, err := library.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: file.document})
	if err != nil {
		return article{}, coded("malformed", "cannot read this PDF file: %v", err)
	}
	if count.PageCount > maxPages {
		return article{}, coded("too-large", "more than %d pages", maxPages)
	}
	var text strings.Builder
	for i := range count.PageCount {
		if err := ctx.Err(); err != nil {
			return article{}, err
		}
		if i > 0 {
			text.WriteByte('\f')
		}
		if err := file.page(&text, i); err != nil {
			return article{}, coded("malformed", "page %d: %v", i+1, err)
		}
		if text.Len() > maxBytes {
			return article{}, coded("too-large", "more than %d MiB of text", maxBytes>>20)
		}
	}
	if strings.Trim(text.String(), "\f\n ") == "" && count.PageCount > 0 {
		return article{}, coded("no-text", "%d pages and no text: they are pictures", count.PageCount)
	}
	return article{text: text.String(), encoding: "utf-8", title: file.title()}, nil
}

type pdfFile struct {
	library  pdfium.Pdfium
	document references.FPDF_DOCUMENT
}

// title returns the title in the file's properties, unless it is only the
// name of a file that some program put there.
func (f pdfFile) title() string {
	meta, err := f.library.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: f.document, Tag: "Title"})
	if err != nil {
		return ""
	}
	title := fold(strings.ToValidUTF8(strings.ReplaceAll(meta.Value, "\x00", ""), ""))
	lower := strings.ToLower(title)
	for _, sign := range []string{"untitled", "microsoft word", ".doc", ".tex", ".dvi", ".indd", ".qxd"} {
		if strings.Contains(lower, sign) {
			return ""
		}
	}
	return title
}

// page appends the text of one page.
func (f pdfFile) page(out *strings.Builder, number int) error {
	loaded, err := f.library.FPDFText_LoadPage(&requests.FPDFText_LoadPage{
		Page: requests.Page{ByIndex: &requests.PageByIndex{Document: f.document, Index: number}}})
	if err != nil {
		return err
	}
	defer f.library.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: loaded.TextPage})
	count, err := f.library.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: loaded.TextPage})
	if err != nil || count.Count <= 0 {
		return err
	}
	read, err := f.library.FPDFText_GetText(&requests.FPDFText_GetText{TextPage: loaded.TextPage, Count: count.Count})
	if err != nil {
		return err
	}
	layout := pageLayout{out: out}
	at := 0 // the index of the line's first character in PDFium's count
	for line := range strings.SplitAfterSeq(read.Text, "\n") {
		layout.line(strings.TrimRight(line, "\r\n "), f.top(loaded.TextPage, at, line))
		at += len([]rune(line))
	}
	return nil
}

// box is where a line's first character stands: the height of its lower edge
// above the page's foot, and its own height, in points.
type box struct{ bottom, height float64 }

// top returns the box of the first visible character of a line.
func (f pdfFile) top(page references.FPDF_TEXTPAGE, at int, line string) box {
	for i, r := range []rune(line) {
		if r <= ' ' {
			continue
		}
		found, err := f.library.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: page, Index: at + i})
		if err != nil {
			break
		}
		return box{float64(found.Rect.Bottom), float64(found.Rect.Top - found.Rect.Bottom)}
	}
	return box{}
}

// pageLayout writes the lines of a page and a blank line wherever the space
// between two is wider than the lines of a paragraph have.
type pageLayout struct {
	out   *strings.Builder
	last  box
	begun bool
}

// paragraphGap is how far apart the feet of two lines of one paragraph are at
// most, as a multiple of the height of their letters.
const paragraphGap = 1.75

// dividedWords puts back what PDFium makes of a hyphen at the end of a line,
// which its versions write as U+0002 or U+FFFE, joining the two lines.
var dividedWords = strings.NewReplacer("\x02", "-\n", "\ufffe", "-\n", "\x00", "")

func (l *pageLayout) line(text string, at box) {
	if text == "" {
		return
	}
	if l.begun {
		gap := l.last.bottom - at.bottom
		if l.last.height > 0 && at.height > 0 && (gap > paragraphGap*min(l.last.height, at.height) || gap < -l.last.height) {
			l.out.WriteByte('\n')
		}
	}
	l.begun, l.last = true, at
	text = dividedWords.Replace(text)
	l.out.WriteString(strings.ToValidUTF8(text, "\uFFFD"))
	l.out.WriteByte('\n')
}
