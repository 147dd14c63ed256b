/**
 * The one style sheet of the residents' pages, set inside each page to save a request on a slow network.
 *
 * Written for the WebView of a 2016 telephone (Chromium 44 and up): flexbox without gap, no grid, no variables, no layers,
 * no :has(). Newer properties appear only where older browsers lose nothing by skipping them. Contrast is 7:1 for text and
 * at least 3:1 for outlines of controls.
 */
import { createHash } from 'node:crypto'

const css = `
*{box-sizing:border-box}
html{font-size:112.5%;-webkit-text-size-adjust:100%;text-size-adjust:100%;color-scheme:light}
body{margin:0;background:#f2f4f3;color:#1a2328;font:1rem/1.65 system-ui,-apple-system,"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",Roboto,sans-serif;overflow-wrap:break-word;word-wrap:break-word}
main,.top{max-width:44rem;margin:0 auto;padding:0 16px}
.top{display:flex;justify-content:space-between;align-items:center;min-height:48px;font-size:.889rem;color:#3d4a51}
.top{flex-wrap:wrap}
.top a{display:inline-block;padding:10px 0 10px 16px;min-height:44px}
a{color:#0b4f71;text-underline-offset:.2em}
h1{font-size:1.5rem;line-height:1.35;margin:.5rem 0 1rem}
h2{font-size:1.111rem;line-height:1.4;margin:0 0 .75rem}
p{margin:0 0 .75rem}
.lead{white-space:pre-line}
.card,.q{background:#fff;border:1px solid #d3dadb;border-radius:8px;margin:0 0 16px;padding:16px}
.card>:last-child{margin-bottom:0}
dl{margin:0}
dt{font-weight:700;font-size:.889rem;color:#3d4a51}
dd{margin:0 0 .65rem}
.q{min-width:0}
.set{background:#fff;border:1px solid #d3dadb;border-radius:8px;margin:0 0 16px;padding:16px 16px 0}
.set>p{font-size:.889rem;color:#3d4a51}
.set .q{border:0;border-top:1px solid #d3dadb;border-radius:0;margin:0 -16px}
legend{display:block;width:100%;padding:0;margin:0 0 .6rem;font-weight:700}
legend{float:left}
legend+*{clear:both}
legend label{display:block}
.n{display:block;font-size:.889rem;font-weight:400;color:#3d4a51}
.n b{display:inline-block;margin-left:.6em;padding:0 .5em;border:1px solid #8a3b00;border-radius:4px;color:#8a3b00;font-size:.889em}
.hint{font-size:.889rem;color:#3d4a51;margin:0 0 .6rem}
.error{color:#9b1313;margin:0 0 .6rem;font-weight:700}
.bad,.set .bad{border-left:5px solid #b3261e;padding-left:12px}
.o{position:relative;display:flex;align-items:center;min-height:48px;margin:0 0 8px;padding:6px 12px;border:1px solid #71808a;border-radius:6px;cursor:pointer}
.o:last-child{margin-bottom:0}
.o input{flex:none;width:22px;height:22px;margin:0 12px 0 0;accent-color:#0b4f71;cursor:pointer}
.o input:checked+span{font-weight:700}
.o span:after{content:"";position:absolute;top:-1px;right:-1px;bottom:-1px;left:-1px;border-radius:6px;pointer-events:none}
.o input:checked+span:after{border:3px solid #0b4f71}
.o input:focus+span:after{box-shadow:0 0 0 3px #fff,0 0 0 6px #b85c00}
.skip{border-style:dashed;color:#3d4a51}
input[type=text],.q select{max-width:100%;min-height:48px;padding:8px 12px;border:1px solid #71808a;border-radius:6px;background:#fff;color:inherit;font:inherit}
input[type=text]{width:100%}
input[type=text]:focus,.q select:focus{outline:3px solid #b85c00;outline-offset:2px}
.row{min-width:0;margin:0 0 14px;padding:0;border:0}
.rank,.measure{display:flex;align-items:center}
.rank select{flex:none;margin:0 12px 0 0}
.rank label{flex:1;min-width:0}
.measure span{flex:none;padding:0 0 0 10px}
.section{font-size:1.111rem;line-height:1.4;margin:24px 0 12px}
.info h3{font-size:1rem;margin:0 0 .5rem}
.info .body{white-space:pre-line;margin:0}
.side{display:flex;margin:0 -8px}
.side .o{flex:1 1 0%;flex-direction:column;justify-content:flex-start;min-width:0;min-height:84px;margin:0 0 0 -1px;padding:8px 0;border-radius:0;text-align:center}
.side .o:first-child{border-radius:6px 0 0 6px;margin-left:0}
.side .o:last-child{border-radius:0 6px 6px 0}
.side .o input{margin:0 0 6px}
.side .o span{max-width:2.1em;font-size:.889rem;line-height:1.3}
.side .skip span{max-width:none;white-space:nowrap}
.side .o input:focus+span:after,.side .o input:checked+span:after{z-index:1}
textarea{display:block;width:100%;min-height:8em;padding:10px 12px;border:1px solid #71808a;border-radius:6px;background:#fff;color:inherit;font:inherit;resize:vertical}
button{display:block;width:100%;min-height:56px;padding:10px 24px;border:2px solid #0b4f71;border-radius:8px;background:#0b4f71;color:#fff;font:inherit;font-size:1.111rem;font-weight:700;cursor:pointer}
a:focus,summary:focus,textarea:focus,button:focus,.faults:focus{outline:3px solid #b85c00;outline-offset:2px}
.faults{border:3px solid #b3261e}
.faults h2{color:#9b1313}
.faults ul{margin:0;padding:0;list-style:none}
.faults li{margin:0 0 4px}
.faults li a{display:block;padding:9px 0;min-height:44px;line-height:1.5}
.faults li b{display:block;color:#9b1313}
details{margin:0 0 16px}
summary{padding:10px 0;min-height:44px;color:#0b4f71;cursor:pointer}
.end{padding:8px 0 48px}
.code{font:700 1.333rem/1.6 ui-monospace,Menlo,Consolas,"Roboto Mono",monospace;letter-spacing:.06em;margin:0 0 .5rem}
.code span{display:inline-block;white-space:nowrap}
.live:empty{display:none}
.live{font-weight:700}
.o.keep{background:#fff}
.digest,pre{font:.833rem/1.6 ui-monospace,Menlo,Consolas,"Roboto Mono",monospace}
.digest{word-break:break-all}
pre{overflow-x:auto;margin:0 0 .75rem;padding:10px 12px;border:1px solid #d3dadb;border-radius:6px;background:#f2f4f3}
ol{margin:0 0 .75rem;padding:0 0 0 1.4em}
ol li{margin:0 0 .5rem}
h3{font-size:1rem;margin:.75rem 0 .5rem}
[hidden]{display:none!important}
.ok{border-left:6px solid #1b6e3c}
[dir=rtl] .o input,[dir=rtl] .rank select{margin:0 0 0 12px}
[dir=rtl] .hint,[dir=rtl] .error,[dir=rtl] .n{text-align:right}
[dir=rtl] legend{float:right}
[dir=rtl] .measure span{padding:0 10px 0 0}
[dir=rtl] .side .o input{margin:0 0 6px}
@media (min-width:600px){
main,.top{padding:0 24px}
h1{font-size:1.778rem}
.card,.q{padding:24px}
.set{padding:24px 24px 0}
.set .q{margin:0 -24px;padding:16px 24px}
.bad,.set .bad{padding-left:20px}
dl{display:table}
.r{display:table-row}
dt,dd{display:table-cell;padding:0 0 .65rem;vertical-align:top}
dt{width:9.5em;padding-right:1.5em;font-size:1rem}
.side{margin:0}
.side .o{min-height:72px}
.side .o span{max-width:none}
button{width:auto;min-width:14em}
}
@media print{
body{background:#fff}
.top,.noprint{display:none}
.card{border:0;padding:0}
}
`
  .trim()
  .replace(/\n/g, '')

export const STYLE = css

/** What the Content-Security-Policy allows: this style sheet and no other. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`
