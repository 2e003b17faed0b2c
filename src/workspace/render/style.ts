/** The workspace's look: quiet, legible, light or dark as the reader prefers. */
export const STYLE = `
:root{--ink:#1d1c1d;--soft:#616061;--line:#dddddd;--page:#fff;--side:#1f3a5f;--side-ink:#fff;--accent:#1264a3;--go:#007a5a;--note:#fff8e1;--hover:#f8f8f8}
@media (prefers-color-scheme:dark){:root{--ink:#e8e8e8;--soft:#ababad;--line:#3a3d42;--page:#1a1d21;--side:#12233a;--side-ink:#fff;--accent:#5fb1ea;--go:#2bac76;--note:#3b3422;--hover:#222529}}
*{box-sizing:border-box}body{margin:0;font:15px/1.45 Lato,"Nanum Gothic","Noto Sans KR",system-ui,sans-serif;color:var(--ink);background:var(--page)}
.shell{display:grid;grid-template-columns:220px minmax(0,1fr) minmax(0,0);height:100vh}.shell.threaded{grid-template-columns:220px minmax(0,1fr) minmax(0,1.25fr)}
nav{background:var(--side);color:var(--side-ink);padding:16px 12px;overflow:auto}nav h1{font-size:18px;margin:0 0 12px}nav h2{font-size:12px;text-transform:uppercase;letter-spacing:.05em;opacity:.8;margin:18px 0 6px}
nav a{display:block;color:inherit;text-decoration:none;padding:4px 8px;border-radius:6px}nav a[aria-current]{background:#ffffff30;font-weight:700}nav a:hover,nav a:focus{background:#ffffff22}
main,aside{display:flex;flex-direction:column;min-height:0;border-left:1px solid var(--line)}main>header,aside>header{padding:12px 18px;border-bottom:1px solid var(--line);font-weight:700;display:flex;gap:12px;align-items:baseline}
.messages{flex:1;overflow:auto;padding:10px 18px}.message{padding:8px 0;border-bottom:1px solid transparent}.message:hover{background:var(--hover)}.who{font-weight:700}.when{color:var(--soft);font-size:12px;margin-left:6px}
.only{color:var(--soft);font-size:12px}.menu{float:right;display:flex;gap:4px;opacity:.35}.message:hover .menu,.menu:focus-within{opacity:1}.menu button,.quiet{font-size:12px;padding:2px 8px}
form{display:inline}button{font:inherit;border:1px solid var(--line);background:var(--page);color:var(--ink);border-radius:6px;padding:5px 12px;cursor:pointer}button:focus,a:focus,input:focus,textarea:focus,select:focus{outline:2px solid var(--accent);outline-offset:1px}
.primary{background:var(--go);border-color:var(--go);color:#fff;font-weight:700}.section{margin:6px 0;display:flex;gap:12px;flex-wrap:wrap}.section .text{flex:1;min-width:60%}.context{color:var(--soft);font-size:13px;margin:4px 0}
.actions{display:flex;flex-wrap:wrap;gap:6px;margin:8px 0}.scroll{overflow-x:auto;margin:8px 0}table{border-collapse:collapse;font-size:13px}th,td{border:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top}thead th{background:var(--hover)}tbody th{font-weight:600}
.composer{padding:10px 18px 16px;border-top:1px solid var(--line)}.composer form{display:flex;gap:8px;align-items:flex-end}.composer textarea{flex:1;font:inherit;padding:8px;border:1px solid var(--line);border-radius:8px;background:var(--page);color:var(--ink);min-height:58px}
.composer p{margin:6px 0 0;color:var(--soft);font-size:12px}.status{color:var(--soft);font-style:italic;padding:4px 18px}.mention{background:#1264a322;color:var(--accent);border-radius:3px;padding:0 2px}.loud{background:#f2c74466}
a{color:var(--accent)}code{background:var(--hover);border:1px solid var(--line);border-radius:3px;padding:0 3px;font-size:13px}.note{background:var(--note);padding:4px 8px;border-radius:4px;font-size:13px}
.veil{position:fixed;inset:0;background:#0009;display:flex;align-items:center;justify-content:center}.modal{background:var(--page);border-radius:10px;padding:20px 24px;width:min(640px,94vw);max-height:92vh;overflow:auto}.modal h2{margin-top:0}
.field-row{margin:10px 0}.field-row label{display:block;font-weight:700}.field-row input,.field-row select{width:100%;font:inherit;padding:6px 8px;border:1px solid var(--line);border-radius:6px;background:var(--page);color:var(--ink)}.hint{color:var(--soft);font-size:12px;margin:2px 0}.error{color:#d4351c;font-weight:700;margin:2px 0}
.prompts{display:flex;flex-wrap:wrap;gap:6px;padding:0 18px 8px}.replies{font-size:13px}h3{margin:10px 0 4px}.home{padding:18px;overflow:auto}
`
