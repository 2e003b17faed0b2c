/**
 * What a browser with scripts gets on top: the parts that change are fetched again when the workspace
 * says so (without the head, whose style has a nonce of its own), unless somebody is typing or a dialog
 * is open; Ctrl or Cmd + Enter sends; Escape closes.
 */
export const SCRIPT = `
const LIVE=['side','messages','status','prompts','thread','thread-status'];
const at=id=>document.getElementById(id);
const end=box=>{if(box&&!box.classList.contains('home'))box.scrollTop=box.scrollHeight};
const thread=at('thread');
end(at('messages'));
if(thread){const last=thread.lastElementChild;if(last)thread.scrollTop=last.offsetTop-thread.offsetTop-60}
const typing=()=>[...document.querySelectorAll('textarea,input[type=text]')].some(f=>f.value!==f.defaultValue);
const busy=()=>typing()||document.querySelector('[role=dialog],.menu details[open]')||document.activeElement?.tagName==='SELECT';
let stale=false,timer;
async function refresh(){
  if(busy()){stale=true;return}
  stale=false;
  const answer=await fetch(location.href);
  const html=await answer.text();
  const next=new DOMParser().parseFromString(html.slice(html.indexOf('<body')),'text/html');
  if(busy()){stale=true;return}
  if(next.querySelector('[role=dialog]')||LIVE.some(id=>!at(id)!==!next.getElementById(id))){location.reload();return}
  for(const id of LIVE){
    const old=at(id),fresh=next.getElementById(id);
    if(!old||old.innerHTML===fresh.innerHTML)continue;
    const down=old.scrollHeight-old.scrollTop-old.clientHeight<40,inside=old.contains(document.activeElement);
    old.innerHTML=fresh.innerHTML;
    if(down)end(old);
    if(inside)old.focus();
  }
}
const soon=()=>{clearTimeout(timer);timer=setTimeout(()=>refresh().catch(()=>{stale=true}),150)};
new EventSource('/events').onmessage=soon;
document.addEventListener('input',()=>{if(stale)soon()});
document.addEventListener('toggle',()=>{if(stale)soon()},true);
document.addEventListener('keydown',e=>{
  if(e.key==='Enter'&&(e.ctrlKey||e.metaKey)&&e.target.form)e.target.form.requestSubmit();
  if(e.key==='Escape')document.querySelector('[role=dialog] .closing')?.click();
});
`
