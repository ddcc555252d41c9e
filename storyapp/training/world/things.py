"""Interim things."""
from __future__ import annotations
import numpy as np, skia
from .emoji import flat_svg, icon_names
import functools
BAD=("face","person","man","woman","boy","girl","flag","button","square","circle","arrow","hand","finger","heart","clock","input","sign","men","women","people","couple","family","mark","skull","cigar","beer","wine","cocktail","gun","zodiac","keycap","symbol","baby","child","adult","skin","light","dark","medium","guard","mage","elf","fairy","zombie","police","prince","santa","claus","eye","mouth","ear","tongue","foot","leg","tooth","bone","brain","lung","anger","no-","digit","letter","japanese","blood","underage","banned","restroom","wc","atm")
@functools.cache
def load_things():
    names=[n for n in icon_names() if not any(b in n for b in BAD)]
    return {n.replace("-"," "): None for n in names[:520]}
def render_thing(concept,size=256):
    svg=flat_svg(concept.replace(" ","-")).replace('width="40"',f'width="{size}"',1).replace('height="40"',f'height="{size}"',1); data=svg.encode(); d=skia.SVGDOM.MakeFromStream(skia.MemoryStream(data))
    if d is None: return np.zeros((size,size,4),np.uint8)
    d.setContainerSize(skia.Size(size,size))
    s=skia.Surface(size,size)
    with s as c:
        c.clear(0); d.render(c)
    a=s.toarray(colorType=skia.kRGBA_8888_ColorType)
    ys,xs=np.nonzero(a[...,3]>8); 
    if len(ys)==0: return a.copy()
    import cv2
    b=a[ys.min():ys.max()+1,xs.min():xs.max()+1]; k=size*236/256/max(b.shape[:2])
    b=cv2.resize(b,(max(1,round(b.shape[1]*k)),max(1,round(b.shape[0]*k))),interpolation=cv2.INTER_CUBIC)
    o=np.zeros_like(a); y=round(size*246/256)-b.shape[0]; x=(size-b.shape[1])//2; o[y:y+b.shape[0],x:x+b.shape[1]]=b
    return o
