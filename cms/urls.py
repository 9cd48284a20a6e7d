from django.urls import re_path

from . import views

app_name = "pictures"

urlpatterns = [
    re_path(
        r"^(?P<template>[-\w]+)/(?P<fabric>[-\w]+)/(?P<view>front|back)\.svg$",
        views.picture,
        name="design",
    ),
]
