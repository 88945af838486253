"""How the camera moves, and how fast time runs."""

from __future__ import annotations

CAMERAS = """
still: static camera, static shot, fixed camera, no camera movement, locked camera, tripod,
    tripod shot, still camera, 固定镜头, 静止镜头
push in: zoom in, zooms in, zooming in, slow zoom, dolly in, push-in, slow push in, slow push-in,
    push in on, slow push in on,
    zoom in on, slow zoom in, close up, closeup,
    camera pushes in, camera moves closer, slow push, cinematic camera movement, cinematic camera,
    camera movement, zoom, 推进, 推镜头, 拉近, 镜头推进, 特写
pull out: zoom out, zooms out, zooming out, dolly out, pull back, pulls back, pulling back,
    pull-out, wide reveal, 拉远, 拉镜头, 镜头拉远
pan right: pan to the right, pans right, panning right, pan, panning, panning shot, pans,
    camera pans, sweeping shot, sweeping camera, 向右平移, 摇镜头, 平移, 右摇, 向右摇
pan left: pan to the left, pans left, panning left, 向左平移, 左摇, 向左摇
tilt up: tilts up, tilting up, camera rises, crane up, crane shot, tilt, 上摇, 镜头上移, 向上摇
tilt down: tilts down, tilting down, crane down, 下摇, 镜头下移, 向下摇
follow: tracking shot, track shot, following shot, follow shot, camera follows,
    follows the action, tracking camera, dolly shot, camera tracks, 跟拍, 跟随镜头, 跟随
orbit: orbits around, orbiting around, orbits, orbiting shot, orbit shot, camera orbits,
    360 shot, circling camera, camera circles, arc shot, rotating camera, 环绕, 环绕镜头, 环绕拍摄
handheld: hand held, hand-held, shaky camera, shaky cam, vlog style, 手持, 手持镜头, 晃动镜头
aerial: aerial view, aerial shot, drone shot, drone view, drone footage, bird's eye view,
    birds eye view, from above, overhead shot, top down view,
    flyover, 航拍, 无人机航拍, 俯瞰, 鸟瞰, 俯拍
"""

PACES = """
slow motion: slow-motion, slowmo, slow mo, slow-mo, in slow motion, 慢动作, 慢镜头, 升格
normal: normal speed, real time, 正常速度
time lapse: timelapse, time-lapse, hyperlapse, sped up, fast forward, speeded up, 延时, 延时摄影,
    快进, 快镜头
"""
